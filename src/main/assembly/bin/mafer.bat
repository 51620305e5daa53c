@echo off
rem Starts MAFER Studio. JAVA_HOME chooses the Java (17 to 25), JAVA_OPTS adds options of the JVM, such as -Xmx8g.
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
set "options="
if !major! GEQ 22 set "options=--enable-native-access=ALL-UNNAMED,javafx.graphics"
if !major! GEQ 24 set "options=!options! --sun-misc-unsafe-memory-access=allow"
rem Threads of the engine that wait should sleep, not spin, or a busy machine makes training ten times slower.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%java%" !options! %JAVA_OPTS% ^
    --module-path "%lib%\javafx" --add-modules javafx.controls,javafx.swing ^
    --add-exports javafx.base/com.sun.javafx.event=ALL-UNNAMED ^
    --add-exports javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED ^
    -cp "%lib%\*" org.maferstudio.app.Main %*
exit /b %errorlevel%
