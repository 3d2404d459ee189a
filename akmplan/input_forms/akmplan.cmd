@echo off
chcp 65001 >nul
set "PYTHONUTF8=1"
title Ish reja va hisobotlar

rem A network folder is no current directory for cmd.exe; pushd gives it a drive letter.
cd /d "%~dp0" 2>nul || pushd "%~dp0"

echo.
echo   Jadvallar tekshirilmoqda, hujjatlar tayyorlanmoqda. Kutib turing...
echo.

if exist "%~dp0.venv\Scripts\akmplan.exe" (
    "%~dp0.venv\Scripts\akmplan.exe" build
    goto built
)
rem With ".exe", or this very file would be found first.
where akmplan.exe >nul 2>nul
if not errorlevel 1 (
    akmplan.exe build
    goto built
)
where py.exe >nul 2>nul
if not errorlevel 1 (
    py -m akmplan build
    goto built
)
echo   Bu kompyuterda akmplan dasturi ham, Python ham topilmadi. Mutaxassisga murojaat qiling.
set "code=3"
goto end

:built
set "code=%errorlevel%"
if exist "%~dp0output\" explorer "%~dp0output"

:end
echo.
echo   Oynani yopish uchun istalgan tugmani bosing.
pause >nul
exit /b %code%
