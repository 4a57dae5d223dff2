@echo off
rem Sets the project up and runs the office's command with the words given.
rem The messages come from Python, in Vietnamese; this file is plain ASCII.
chcp 65001 >nul
pushd "%~dp0.."
set "PYTHON="
py -3 -c "" >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON (python -c "" >nul 2>nul && set "PYTHON=python")
if not defined PYTHON goto missing
%PYTHON% bootstrap.py -- newsroom %*
set "STATUS=%ERRORLEVEL%"
goto done

:missing
type docs\chua-co-python.txt
set "STATUS=1"

:done
popd
echo.
pause
exit /b %STATUS%
