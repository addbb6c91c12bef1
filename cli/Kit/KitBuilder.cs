using System.Reflection;
using Conformance.Cli.Commands.Testing;
using Conformance.Spec;

namespace Conformance.Cli.Kit;

/// <summary>Makes a kit from the sources: what a machine without network, without .NET and without administrator rights needs to run <c>demo</c> and <c>run</c>.</summary>
internal sealed class KitBuilder(ProjectFolders folders, KitSystem system, TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(15);
    private static readonly string[] Programs = ["cli", "reference"];
    private static readonly string[] BrowserPrograms = ["chrome", "chromium", "msedge", "chrome-headless-shell", "chromium-headless-shell", "headless_shell"];

    public static string Version => Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "";

    /// <param name="browser">Folder of a portable browser that becomes part of the kit; null: the machine's own is used.</param>
    /// <param name="fonts">Font files that become part of the kit (Linux).</param>
    /// <exception cref="BadInputException">CF6190: no sources here; CF6191: the programs cannot be built; CF6192: no browser in the folder; CF6031: the archive cannot be written.</exception>
    public async Task<KitContents> BuildAsync(string archive, string? browser, IReadOnlyList<string> fonts, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(folders.Root, "Conformance.sln")))
        {
            throw new BadInputException(new Problem("CF6190", folders.Root, 0, 0, "There are no sources here to make a kit from.", "Make it in a clone of the project, with the .NET SDK and its packages at hand."));
        }

        var program = browser is null ? null : BrowserIn(browser);
        var part = archive + ".part";
        Write(archive, () =>
        {
            // Told before the minutes that the building takes.
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(archive))!);
            File.WriteAllBytes(part, []);
            File.Delete(part);
        });
        var work = Directory.CreateTempSubdirectory("conformance-kit-");
        try
        {
            var kit = new KitFolder(Path.Combine(work.FullName, $"conformance-{Version}-{system.Id}"));
            foreach (var room in Programs)
            {
                await PublishAsync(room, Path.Combine(kit.Path, "app"), Path.Combine(work.FullName, "build"), cancellationToken);
            }

            // The package for screens also brings along what the machine that packs would need.
            var nodes = Path.Combine(kit.Path, "app", ".playwright", "node");
            foreach (var other in Directory.Exists(nodes) ? Directory.GetDirectories(nodes).Where(node => Path.GetFileName(node) != (system.IsWindows ? "win32_x64" : "linux-x64")) : [])
            {
                Directory.Delete(other, recursive: true);
            }

            // It is loaded, never started.
            File.Delete(Path.Combine(kit.Path, "app", "reportgenerator", "ReportGenerator.exe"));
            foreach (var data in new[] { "standards", "features", "schemas", "docs", "README.md", "README.ja.md", "CHANGELOG.md" })
            {
                kit.Copy(Path.Combine(folders.Root, data), data);
            }

            var parts = new List<(string, string, string)>();
            if (program is not null)
            {
                kit.Copy(browser!, "browser");
                kit.Write("browser/program", program);
                parts.Add(("browser", Path.GetFileName(Path.TrimEndingDirectorySeparator(browser!)), "as stated in the folder browser/"));
            }

            if (!system.IsWindows && fonts.Count > 0)
            {
                foreach (var font in fonts)
                {
                    kit.Copy(font, "fonts/" + Path.GetFileName(font));
                    parts.Add((Path.GetFileName(font), "as installed", "OFL-1.1"));
                }

                kit.Write("fonts/fonts.conf", """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir prefix="relative">.</dir></fontconfig>""" + "\n");
            }

            kit.Write("conformance", KitLauncher.Shell(system).ReplaceLineEndings("\n"));
            kit.Write("conformance.cmd", KitLauncher.Prompt(system));
            kit.Write("sbom.cdx.json", BillOfMaterials.Of(Version, time.GetUtcNow(), Directory.GetFiles(Path.Combine(kit.Path, "app"), "Conformance.*.deps.json").Order(StringComparer.Ordinal).Select(File.ReadAllText), parts));
            kit.WriteSums();
            Write(archive, () =>
            {
                kit.Pack(part, system, IsProgram);
                File.Move(part, archive, overwrite: true);
            });
            return new KitContents(archive, kit.Files().Count, new FileInfo(archive).Length, program is not null, fonts.Count);
        }
        finally
        {
            File.Delete(archive + ".part");
            work.Delete(recursive: true);
        }

        bool IsProgram(string file) => file == "conformance" || file is "app/Conformance.Cli" or "app/Conformance.Reference" or "app/createdump"
            || (file.StartsWith("app/.playwright/node/", StringComparison.Ordinal) && Path.GetFileName(file) == "node")
            || (file.StartsWith("browser/", StringComparison.Ordinal) && File.Exists(Path.Combine(browser ?? "", file["browser/".Length..])) && IsExecutable(Path.Combine(browser ?? "", file["browser/".Length..])));
    }

    private static bool IsExecutable(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;

    private static void Write(string archive, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF6031", archive, 0, 0, "The file cannot be written: " + e.Message, "Choose another place; nothing was left behind."));
        }
    }

    private string BrowserIn(string folder)
    {
        var names = BrowserPrograms.Select(name => name + system.Executable).ToList();
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => names.Contains(Path.GetFileName(file))).OrderBy(file => file.Length).FirstOrDefault() is { } found
            ? Path.GetRelativePath(folder, found).Replace('\\', '/')
            : throw new BadInputException(new Problem("CF6192", folder, 0, 0, $"There is no browser for {system.Id} in it ({string.Join(", ", names)}).", "Name the folder of an unpacked Chromium or Chrome, or leave --browser out to use the one that is installed there."));
    }

    private async Task PublishAsync(string room, string target, string build, CancellationToken cancellationToken)
    {
        var log = Path.Combine(folders.Artifacts, $"kit-{system.Id}-{room}.log");
        Directory.CreateDirectory(folders.Artifacts);
        var (code, finished) = await DotnetProcess.RunAsync(
            ["publish", Path.Combine(folders.Root, room), "-c", "Release", "-r", system.Id, "--self-contained", "--artifacts-path", build, "-o", target,
                $"-p:KitSystem={system.Id}", "-p:DebugType=none", "-p:RunAnalyzers=false", "-v", "quiet", "--nologo", "-nodeReuse:false", "-tl:off"],
            log, Deadline, cancellationToken);
        if (!finished)
        {
            throw new BadInputException(new Problem("CF6191", log, 0, 0, $"The program of {room}/ was not built for {system.Id} within {Deadline.TotalMinutes:0} minutes.", "Try again when the machine has less to do."));
        }

        if (code != 0)
        {
            throw new BadInputException(new Problem("CF6191", log, 0, 0, $"The program of {room}/ could not be built for {system.Id}.", "The log tells why; making a kit needs the .NET SDK and its packages."));
        }
    }
}

/// <param name="Files">In the archive.</param>
/// <param name="Size">Of the archive, in bytes.</param>
internal sealed record KitContents(string Archive, int Files, long Size, bool HasBrowser, int Fonts);
