namespace Conformance.Cli.Kit;

/// <summary>The commands at the top of a kit: one for each kind of shell, so that a kit on a wrong system says so.</summary>
internal static class KitLauncher
{
    /// <summary>For POSIX shells.</summary>
    public static string Shell(KitSystem system) => system.IsWindows ? $"""
        #!/bin/sh
        echo 'conformance: this kit is for {system.Id} (Windows); use the kit for linux-x64 here.' >&2
        exit 4

        """ : """
        #!/bin/sh
        # Starts the program of this kit with what the kit brings along; nothing is installed and nothing outside this folder is changed.
        self=$0
        while [ -L "$self" ]; do
          link=$(readlink "$self")
          case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
        done
        here=$(cd -P "$(dirname "$self")" && pwd)
        if [ "$(uname -s)/$(uname -m)" != Linux/x86_64 ]; then
          echo "conformance: this kit is for linux-x64; this system is $(uname -s)/$(uname -m). Use the kit for this system." >&2
          exit 4
        fi
        if [ -e "$here/app/libcoreclr.so" ] && [ -x "$here/app/Conformance.Cli" ]; then :; else
          echo 'conformance: the kit is not complete. Unpack it again, and check it with: sha256sum -c SHA256SUMS' >&2
          exit 4
        fi
        if [ -f "$here/fonts/fonts.conf" ]; then
          FONTCONFIG_FILE=${FONTCONFIG_FILE:-$here/fonts/fonts.conf}
          export FONTCONFIG_FILE
        fi
        if [ -z "${CONFORMANCE_BROWSER:-}" ] && [ -f "$here/browser/program" ]; then
          CONFORMANCE_BROWSER=$here/browser/$(cat "$here/browser/program")
          export CONFORMANCE_BROWSER
        fi
        # A home that cannot be written to is no hindrance.
        if [ ! -w "${HOME:-/nonexistent}" ]; then
          HOME=$(mktemp -d) && export HOME
        fi
        exec "$here/app/Conformance.Cli" "$@"

        """;

    /// <summary>For the command prompt of Windows.</summary>
    public static string Prompt(KitSystem system) => (system.IsWindows ? """
        @echo off
        rem Starts the program of this kit with what the kit brings along; nothing is installed and nothing outside this folder is changed.
        setlocal
        if not exist "%~dp0app\Conformance.Cli.exe" (
          echo conformance: the kit is not complete. Unpack it again. 1>&2
          exit /b 4
        )
        if not defined CONFORMANCE_BROWSER if exist "%~dp0browser\program" (
          set /p conformance_browser_file=<"%~dp0browser\program"
        )
        if defined conformance_browser_file set "CONFORMANCE_BROWSER=%~dp0browser\%conformance_browser_file%"
        "%~dp0app\Conformance.Cli.exe" %*
        exit /b %errorlevel%

        """ : $"""
        @echo off
        echo conformance: this kit is for {system.Id} (Linux); use the kit for win-x64 here. 1>&2
        exit /b 4

        """).ReplaceLineEndings("\r\n");
}
