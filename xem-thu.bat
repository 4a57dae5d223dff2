@rem Preview: builds the site and opens it in the browser.
@call "%~dp0tools\chay.bat" serve --open
