using System.Text;
using Conformance.Reference;
using Conformance.Reference.Atena;
using Conformance.Reference.Core;
using Conformance.Reference.Jidoteate;
using Conformance.Reference.Jumin;
using Conformance.Reference.Shikyu;

// Japanese text is UTF-8 on every machine, whatever its console code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await Launcher.RunAsync(args, [AtenaApp.Product, CoreApp.Product, JidoteateApp.Product, JuminApp.Product, ShikyuApp.Product], CancellationToken.None);
