@echo off
rem Builds the command when a source is newer than what was built, says nothing unless that fails, and runs the program with its exit code.
setlocal
set "root=%~dp0"
set "program=%root%cli\bin\Release\net10.0\Conformance.Cli.dll"
set "stamp=%root%cli\bin\Release\.built"
set "log=%root%artifacts\build.log"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

where dotnet >nul 2>nul || (
  echo conformance: the .NET SDK 10.0 is needed. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again. 1>&2
  exit /b 4
)

powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$root = $env:root; if (-not (Test-Path $env:program) -or -not (Test-Path $env:stamp)) { exit 1 };" ^
  "$built = (Get-Item $env:stamp).LastWriteTimeUtc;" ^
  "$rooms = 'spec','derivation','gherkin','steps','drivers','mocks','fixtures','verdicts','reports','cli','reference' | ForEach-Object { Join-Path $root $_ };" ^
  "$files = @(Get-ChildItem $rooms -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj|node_modules)\\' -and $_.Extension -ne '.md' });" ^
  "$files += @(Get-ChildItem $root -File | Where-Object { $_.Name -like 'Directory.*.props' -or $_.Name -in 'BannedSymbols.txt', '.editorconfig', 'global.json' });" ^
  "if ($files | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 1 }; exit 0"
if not errorlevel 1 goto run

echo building... 1>&2
if not exist "%root%artifacts" mkdir "%root%artifacts"
if not exist "%root%cli\bin\Release" mkdir "%root%cli\bin\Release"
rem The stamp is as old as the beginning of the build: what changes meanwhile is built the next time.
type nul > "%stamp%.new"
pushd "%root%"
rem Where the compiler to native code cannot be had, the program starts a little slower.
dotnet build cli -c Release -v quiet --nologo -nodeReuse:false -tl:off -p:Precompile=true > "%log%" 2>&1
if errorlevel 1 findstr /c:"crossgen" "%log%" >nul 2>nul && dotnet build cli -c Release -v quiet --nologo -nodeReuse:false -tl:off > "%log%" 2>&1
if errorlevel 1 (
  popd
  del "%stamp%.new" 2>nul
  type "%log%" 1>&2
  exit /b 4
)
popd
move /y "%stamp%.new" "%stamp%" >nul

:run
dotnet "%program%" %*
exit /b %errorlevel%
