using System.Text;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Formats;

public class JsonInputTests
{
    [Theory]
    [InlineData("{\"system\": \"annihilation\",}", "line 1, position 27: expected well-formed JSON: ")]
    [InlineData("{\n  \"x\": [1, 2,]\n}", "line 2, position 14: expected well-formed JSON: ")]
    [InlineData("{\n  \"T\": NaN\n}", "line 2, position 8: expected well-formed JSON: ")]
    [InlineData("{\"T\": Infinity}", "line 1, position 7: expected well-formed JSON: ")]
    [InlineData("{\"T\": -Infinity}", "line 1, position 8: expected well-formed JSON: ")]
    [InlineData("{\"T\": 01}", "line 1, position 8: expected well-formed JSON: ")]
    [InlineData("{\"T\": 1} // seconds", "line 1, position 10: expected well-formed JSON: ")]
    [InlineData("{\"T\": 1", "line 1, position 8: expected well-formed JSON: ")]
    [InlineData("{\"T\": 1} {}", "line 1, position 10: expected well-formed JSON: ")]
    [InlineData("{'T': 1}", "line 1, position 2: expected well-formed JSON: ")]
    [InlineData("{\"T\": \"a\nb\"}", "line 1, position 9: expected well-formed JSON: ")]
    public void Malformed_json_is_placed_by_line_and_position(string json, string expected)
    {
        var message = Sample.Message(() => Sample.ParseCase(json));
        Assert.StartsWith("case.json: " + expected, message, StringComparison.Ordinal);
        Assert.True(message.Length > "case.json: ".Length + expected.Length, "The parser's own words are missing.");
    }

    [Theory]
    [InlineData("{\"system\": \"potentials\", \"V\": {\"kind\": \"log\"}, \"V\": {\"kind\": \"zero\"}}", "V")]
    [InlineData("{\"system\": \"potentials\", \"V\": {\"kind\": \"log\", \"kind\": \"log\"}, \"W\": {}}", "V.kind")]
    [InlineData("{\"ladder\": [[], {\"x\": 1}, {\"x\": 1, \"\\u0078\": 2}]}", "ladder[2].x")]
    public void A_field_that_stands_twice_is_named(string json, string field) => Assert.Equal(
        $"case.json: {field}: expected each field once, found this one twice", Sample.Message(() => Sample.ParseCase(json)));

    [Theory]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"\\ud800\": 1, \"\\ud800\": 1}")]
    public void A_name_that_is_half_of_a_surrogate_pair_is_an_error(string json) =>
        Assert.StartsWith("case.json: expected ", Sample.Message(() => Sample.ParseCase(json)), StringComparison.Ordinal);

    [Fact]
    public void White_space_is_no_document() => Assert.Equal(
        "case.json: expected a JSON object, found white space only", Sample.Message(() => Sample.ParseCase(" \r\n\t ")));

    [Fact]
    public void An_empty_file_is_named() => Assert.Equal(
        "case.json: expected a JSON object, found an empty file", Sample.Message(() => Sample.ParseCase("")));

    [Fact]
    public void A_file_of_a_byte_order_mark_alone_is_empty() => Assert.Equal(
        "case.json: expected a JSON object, found an empty file",
        Sample.Message(() => CaseFormat.ParseSubject(Encoding.UTF8.Preamble.ToArray(), "case.json")));

    [Fact]
    public void Bytes_that_are_not_utf8_are_placed()
    {
        byte[] json = [.. "{\n \"system\": \""u8, 0xE9, .. "\"}"u8];
        Assert.Equal(
            "case.json: line 2, position 13: expected UTF-8, found the byte 0xE9",
            Sample.Message(() => CaseFormat.ParseSubject(json, "case.json")));
    }

    [Fact]
    public void A_document_in_utf16_is_not_utf8()
    {
        byte[] json = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")];
        Assert.Equal(
            "case.json: line 1, position 1: expected UTF-8, found the byte 0xFF",
            Sample.Message(() => CaseFormat.ParseSubject(json, "case.json")));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"V\":")]
    public void Nesting_without_end_is_an_error_and_not_a_crash(string open) => Assert.EndsWith(
        ": expected at most 128 nested objects and arrays, found more",
        Sample.Message(() => Sample.ParseCase(string.Concat(Enumerable.Repeat(open, 100_000)))),
        StringComparison.Ordinal);

    [Fact]
    public void A_long_text_is_cut_in_the_message()
    {
        var message = Sample.CaseError("T", "\"" + new string('a', 100_000) + "\"");
        Assert.True(message.Length < 200, $"The message has {message.Length} characters.");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("none.json");
        Assert.Equal($"{path}: expected a file, found none of this name", Sample.Message(() => CaseFormat.ReadSubject(path)));
        path = Path.Combine(folder.File("no"), "none.json");
        Assert.Equal($"{path}: expected a file, found none of this name", Sample.Message(() => CaseFormat.ReadSubject(path)));
    }

    [Fact]
    public void A_directory_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal($"{folder.Path}: expected a file, found a directory", Sample.Message(() => CaseFormat.ReadSubject(folder.Path)));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("locked.json");
        using var locked = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Assert.StartsWith(
            $"{path}: expected a file that can be read, found ",
            Sample.Message(() => CaseFormat.ReadSubject(path)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_name_that_no_file_can_have_is_an_error(string path) =>
        Assert.Contains(": expected ", Sample.Message(() => CaseFormat.ReadSubject(path)), StringComparison.Ordinal);

    [Fact]
    public void A_file_above_the_limit_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("large.json");
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write)) file.SetLength((256L << 20) + 1);
        Assert.Equal($"{path}: expected at most 256 MiB, found more", Sample.Message(() => CaseFormat.ReadSubject(path)));
    }

    [Fact]
    public void A_case_is_read_from_its_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.case.json");
        AtomicFile.Write(path, stream => CaseFormat.Write(stream, Sample.Case));
        Same.Cases(Sample.Case, Assert.IsType<LineCase>(CaseFormat.ReadSubject(path)));
    }
}
