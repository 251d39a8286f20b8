using System.Globalization;
using System.Net;
using System.Text;

namespace FakeJira.Benchmarks.Compare;

/// <summary>CPU per request as a ratio to the yardstick, a bar for each row; readable on light and dark pages.</summary>
internal static class Chart
{
    private const int PerLetter = 7;
    private const int Line = 22;
    private const int PerUnit = 120;
    private const double Longest = 4;

    public static string Of(IReadOnlyList<Row> rows)
    {
        var shown = rows.Where(row => row.Figures is not null).ToList();
        var height = (shown.Count * Line) + 50;
        var left = 16 + (PerLetter * shown.Select(row => NameOf(row).Length).Append(0).Max());
        var width = left + (int)(PerUnit * Longest) + 90;
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12" fill="#777" role="img" aria-label="CPU per request as a ratio to bare Kestrel">
            <text x="8" y="18">CPU per request: 1 is bare Kestrel writing the same bytes; the thin line is from the best round to the worst</text>

            """));
        for (var i = 0; i < shown.Count; i++)
        {
            Bar(svg, shown[i], left, 36 + (i * Line));
        }

        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{left + PerUnit}" y1="28" x2="{left + PerUnit}" y2="{height - 10}" stroke="#777" stroke-dasharray="3 3"/>""");
        return svg.Append("\n</svg>\n").ToString();
    }

    private static void Bar(StringBuilder svg, Row row, int left, int y)
    {
        var ratio = row.Figures![0].Ratio;
        svg.Append(CultureInfo.InvariantCulture, $"""
            <text x="{left - 8}" y="{y + 12}" text-anchor="end">{WebUtility.HtmlEncode(NameOf(row))}</text>
            <rect x="{left}" y="{y + 2}" width="{Length(ratio.Median):0}" height="13" rx="2" fill="{(row.Server.Mappings is not null ? "#2f7ed8" : "#c0843d")}"/>
            <line x1="{left + Length(ratio.Least):0}" y1="{y + 8}" x2="{left + Length(ratio.Most):0}" y2="{y + 8}" stroke="#777"/>
            <text x="{left + Length(ratio.Most) + 6:0}" y="{y + 12}">{ratio.Median:0.00}</text>

            """);
    }

    private static string NameOf(Row row) => string.Create(CultureInfo.InvariantCulture, $"{row.Server.Name}, {row.Request}, {MappingsOf(row)}{row.Connections} conn.");

    private static string MappingsOf(Row row) => row.Server.Mappings switch
    {
        null => "",
        1 => "1 mapping, ",
        { } many => string.Create(CultureInfo.InvariantCulture, $"{many} mappings, "),
    };

    private static double Length(double ratio) => PerUnit * Math.Min(ratio, Longest);
}
