using Conformance.Spec.Flows;

namespace Conformance.Derivation.Drawing;

/// <summary>
/// Places the nodes of a model that has no diagram: in layers from left to right, lanes as bands, sub-processes around their contents (after
/// Sugiyama, Tagawa and Toda 1981, with the longest path as layer). Good enough to read a flow by; not a drawing for publication.
/// </summary>
internal static class FlowLayout
{
    private const double PitchX = 150, PitchY = 100, Margin = 40;

    /// <summary>The diagram of the file; a process that it does not draw whole is placed below those that it does.</summary>
    public static Diagram Of(BpmnModel model)
    {
        var undrawn = model.Flows.Where(flow => !flow.Nodes.All(node => model.Diagram.Shapes.ContainsKey(node.Id) || Hidden(model, flow, node))).ToList();
        if (undrawn.Count == 0)
        {
            return model.Diagram;
        }

        var left = Elements(model, undrawn);
        var shapes = model.Diagram.Shapes.Where(shape => !left.Contains(shape.Key)).ToDictionary(StringComparer.Ordinal);
        var lines = model.Diagram.Lines.Where(line => !left.Contains(line.Key)).ToDictionary(StringComparer.Ordinal);
        var drawn = undrawn.Count < model.Flows.Count && shapes.Count > 0;
        shapes = drawn ? shapes : new Dictionary<string, Box>(StringComparer.Ordinal);
        lines = drawn ? lines : [];
        var top = drawn ? shapes.Values.Max(box => box.Y + box.Height) + PitchY : Margin;
        foreach (var flow in undrawn)
        {
            var placement = new ScopePlacement(flow);
            var bands = flow.Nodes.Where(node => node.Scope.Length == 0).Select(node => node.Lane).Distinct().ToList();
            var (width, height) = placement.Place("", Margin + 40, top, bands, shapes);
            if (model.Pools.FirstOrDefault(pool => pool.Name == flow.Pool && pool.Process.Length > 0) is { } pool)
            {
                shapes.TryAdd(pool.Id, new Box(Margin, top - 10, width + 60, height + 20, true, true));
            }

            top += height + PitchY;
        }

        foreach (var pool in model.Pools.Where(pool => !shapes.ContainsKey(pool.Id)))
        {
            shapes[pool.Id] = new Box(Margin, top, 4 * PitchX, 60, true, true);
            top += PitchY;
        }

        return new Diagram(shapes, lines);
    }

    // What the file draws of processes that are placed anew. Messages to them have no line any more.
    private static HashSet<string> Elements(BpmnModel model, List<Flow> flows)
    {
        var nodes = flows.SelectMany(flow => flow.Nodes.Select(node => node.Id)).ToHashSet(StringComparer.Ordinal);
        var pools = model.Pools.Where(pool => flows.Exists(flow => flow.Pool.Length > 0 && pool.Name == flow.Pool)).Select(pool => pool.Id);
        return [.. nodes, .. pools, .. flows.SelectMany(flow => flow.Edges.Select(edge => edge.Id).Concat(flow.Lanes.Select(lane => lane.Id))),
            .. model.Messages.Where(message => nodes.Contains(message.From) || nodes.Contains(message.To)).Select(message => message.Id)];
    }

    // The contents of a collapsed sub-process have no shapes of their own.
    private static bool Hidden(BpmnModel model, Flow flow, FlowNode node)
    {
        while (node.Scope.Length > 0)
        {
            node = flow.Node(node.Scope);
            if (model.Diagram.Shapes.TryGetValue(node.Id, out var box) && !box.Expanded)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class ScopePlacement(Flow flow)
    {
        public (double Width, double Height) Place(string scope, double left, double top, List<string> bands, Dictionary<string, Box> shapes)
        {
            var nodes = flow.Nodes.Where(node => node.Scope == scope && !node.IsBoundary).ToList();
            var layers = Layers(scope, nodes);
            var sizes = nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, Size, StringComparer.Ordinal);
            var columns = nodes.GroupBy(node => layers[node.Id]).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Max(node => sizes[node.Id].Width) + PitchX - 100);
            var lefts = new Dictionary<int, double>();
            var x = left;
            foreach (var (layer, width) in columns)
            {
                lefts[layer] = x;
                x += width;
            }

            var y = top;
            foreach (var band in bands)
            {
                var inside = nodes.Where(node => bands.Count == 1 || node.Lane == band).GroupBy(node => layers[node.Id]).ToList();
                var height = inside.Count == 0 ? PitchY : inside.Max(layer => layer.Sum(node => sizes[node.Id].Height + PitchY - 60));
                foreach (var layer in inside)
                {
                    var at = y;
                    foreach (var node in layer)
                    {
                        var (width, tall) = sizes[node.Id];
                        shapes[node.Id] = new Box(lefts[layer.Key], at, width, tall, true, true);
                        if (node.IsSubProcess && flow.Nodes.Any(inner => inner.Scope == node.Id))
                        {
                            Place(node.Id, lefts[layer.Key] + 20, at + 40, [""], shapes);
                        }

                        at += tall + PitchY - 60;
                    }
                }

                foreach (var lane in flow.Lanes.Where(lane => bands.Count > 1 && lane.Name == band))
                {
                    shapes.TryAdd(lane.Id, new Box(left - 40, y - 10, x - left + 60, height, true, true));
                }

                y += height;
            }

            foreach (var hosted in flow.Nodes.Where(node => node.Scope == scope && node.IsBoundary).GroupBy(node => node.AttachedTo))
            {
                var i = 0;
                foreach (var border in hosted)
                {
                    var host = shapes.GetValueOrDefault(hosted.Key, new Box(left, y, 100, 60, true, true));
                    shapes[border.Id] = new Box(host.X + 10 + (40 * i++), host.Y + host.Height - 18, 36, 36, true, true);
                }
            }

            return (x - left, y - top);
        }

        private (double Width, double Height) Size(FlowNode node)
        {
            if (node.IsSubProcess && flow.Nodes.Any(inner => inner.Scope == node.Id))
            {
                var (width, height) = Place(node.Id, 0, 0, [""], []);
                return (width + 20, height + 60);
            }

            return node.IsTask ? (100, 60) : node.IsGateway ? (50, 50) : (36, 36);
        }

        // Flows that lead back do not count.
        private Dictionary<string, int> Layers(string scope, List<FlowNode> nodes)
        {
            var next = flow.Edges.Where(edge => edge.Scope == scope).Select(edge => (From: Host(edge.From), edge.To)).ToLookup(edge => edge.From, edge => edge.To);
            var (layer, state, order) = (nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, _ => 0, StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
            var back = new HashSet<(string, string)>();
            foreach (var root in nodes.OrderBy(node => node.IsStart ? 0 : flow.Entering(node).Any() ? 2 : 1))
            {
                var open = new Stack<(string Id, int Next)>(state.ContainsKey(root.Id) ? [] : [(root.Id, 0)]);
                state.TryAdd(root.Id, 1);
                while (open.TryPop(out var at))
                {
                    if (next[at.Id].ElementAtOrDefault(at.Next) is not { } to)
                    {
                        state[at.Id] = 2;
                        order.Add(at.Id);
                        continue;
                    }

                    open.Push((at.Id, at.Next + 1));
                    if (state.GetValueOrDefault(to) == 1)
                    {
                        back.Add((at.Id, to));
                    }
                    else if (state.TryAdd(to, 1))
                    {
                        open.Push((to, 0));
                    }
                }
            }

            foreach (var id in order.AsEnumerable().Reverse())
            {
                foreach (var to in next[id].Where(to => !back.Contains((id, to)) && layer.ContainsKey(to) && layer.ContainsKey(id)))
                {
                    layer[to] = Math.Max(layer[to], layer[id] + 1);
                }
            }

            return layer;
        }

        private string Host(string id) => flow.Nodes.FirstOrDefault(node => node.Id == id) is { IsBoundary: true } border ? border.AttachedTo : id;
    }
}
