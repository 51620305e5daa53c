@echo off
rem Starts MAFER Studio. JAVA_HOME chooses the Java (17 to 25), JAVA_OPTS adds options of Java, such as -Xmx8g.
setlocal EnableDelayedExpansion
set "lib=%~dp0..\lib"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "major="
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1 ^| findstr /i " version ""') do (
    for /f "delims=.-" %%m in ("%%~v") do set "major=%%m"
)
if not defined major (
    echo MAFER Studio needs Java 17 or later: install one or set JAVA_HOME. 1>&2
    exit /b 1
)
if !major! LSS 17 (
    echo MAFER Studio needs Java 17 or later: install one or set JAVA_HOME. 1>&2
    exit /b 1
)
rem Waiting threads of the engine should sleep, not spin: on a busy machine, spinning makes training ten times slower.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%java%" "@%lib%\jvm.options" "@%lib%\javafx.options" %JAVA_OPTS% ^
    --module-path "%lib%\javafx" -cp "%lib%\*" org.maferstudio.app.Main %*
exit /b %errorlevel%
