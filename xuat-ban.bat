@rem Publish: builds the site strictly into the folder "public".
@call "%~dp0tools\chay.bat" build --strict --settings publishconf.py
