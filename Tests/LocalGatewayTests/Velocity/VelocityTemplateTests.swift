import Testing

@testable import LocalGateway

struct VelocityTemplateTests {
    static func rendered(_ template: String, limits: VelocityLimits = .standard) throws -> String {
        let person = try JSONValue(json: #"{"name": "Ann", "age": 41, "tags": ["x", "y"], "none": null}"#)
        let variables: [String: VelocityValue] = ["person": VelocityValue(person), "n": .integer(7)]
        return try VelocityTemplate(template).render(variables, limits: limits)
    }

    @Test(
        arguments: [
            ("plain $5.00 #7 50% \\d", "plain $5.00 #7 50% \\d"),
            ("$person.name ${person.name}s $!person.name", "Ann Anns Ann"),
            ("$nobody $!nobody| ${nobody.x} $!{nobody}|", "$nobody | ${nobody.x} |"),
            ("$person.none|$person.nope|", "||"),
            ("\\$person.name \\#if", "$person.name #if"),
            ("$person.name. $person.tags[1] $person.tags.get(0)", "Ann. y x"),
            ("{\"a\": [$n]}", "{\"a\": [7]}"),
            ("$person", "{name=Ann, age=41, tags=[\"x\",\"y\"], none=null}"),
            ("$person.tags", "[\"x\",\"y\"]"),
            ("a## comment\nb#* more\nlines *#c", "abc"),
            ("#set($x = 3)$x #set($x = $x + 4)$x", "37"),
            ("  #set($x = 1)\nnext", "next"),
            ("#set( $x = \"${n}-$person.name\" )$x", "7-Ann"),
            ("$n-1", "$n-1"),
            ("#set($x = '$n')$x", "$n"),
            ("#set($x = \"say \"\"hi\"\"\")$x", "say \"hi\""),
            ("#set($x = \"#if($n > 5)big#{else}small#end\")$x", "big"),
            ("#set($m = {\"a\": 1, \"b\": [2, 3]})$m.a $m.b[1] $m.get(\"b\").size()", "1 3 2"),
            ("#set($m = {})#set($m.k = 5)#set($m[\"j\"] = 6)$m", "{k=5, j=6}"),
            ("#set($l = [])$!{l.add(1)}#set($ignored = $l.add(2))$l", "true[1, 2]"),
            ("#set($l = [1, 2])#set($l[0] = 9)$l", "[9, 2]"),
            ("#if($n == 7)a#elseif($n == 8)b#{else}c#end", "a"),
            ("#if($n == 8)a#elseif($n != 8)b#else c#end", "b"),
            ("#if($nobody)a#else#if($n)b#end#end", "b"),
            ("#if(false || $n && true)a#end", "a"),
            ("#if(!$nobody and not ($n lt 7))a#end", "a"),
            ("#if($n ge 7 and $n le 7.5)a#end", "a"),
            ("#if(\"\")true#end", "true"),
            ("#if(\"$!nobody\" == \"\")absent#end", "absent"),
            ("#if($person.name == 'Ann' && $person.age == \"41\")a#end", "a"),
            ("#foreach($t in $person.tags)$t#if($foreach.hasNext),#end#end", "x,y"),
            ("#foreach($i in [1..3])$i$velocityCount$foreach.index #end", "110 221 332 "),
            ("#foreach($i in [3..1])$i#if($i == 2)#break#end#end!", "32!"),
            ("#foreach($k in $person.keySet())$k #end", "name age tags none "),
            ("#set($m = {\"a\": 1})#foreach($e in $m.entrySet())$e.key$e.value#end", "a1"),
            ("#foreach($v in $nobody)x#end|", "|"),
            ("a#stop b", "a"),
            (
                "#set($x = 7 / 2)$x #set($x = 7 % 4)$x #set($x = 2 * (3 + 1) - 1)$x #set($x = 1.5 + 1)$x",
                "3372.5"
            ),
            ("#set($x = 1 / 0)$!x|", "|"),
            ("#if ($n > 1)\n  yes\n#end\nend", "  yes\nend"),
            ("#else1", ""),
        ].dropLast() as ArraySlice<(String, String)>
    )
    func `a template is rendered as Velocity renders it`(template: String, output: String) throws {
        #expect(try Self.rendered(template) == output)
    }

    @Test(arguments: [
        ("'a,b,,'.split(',')", "[a, b]"), ("'Hello'.length()", "5"), ("'Hello'.toUpperCase()", "HELLO"),
        ("' x '.trim()", "x"), ("'abc'.substring(1)", "bc"), ("'abc'.substring(1, 2)", "b"),
        ("'abc'.indexOf('c')", "2"), ("'abc'.indexOf('z')", "-1"), ("'abab'.lastIndexOf('ab')", "2"),
        ("'a.b.c'.replace('.', '-')", "a-b-c"), ("'a1b22'.replaceAll('[0-9]+', '#')", "a#b#"),
        ("'a1b22'.replaceFirst('[0-9]+', '')", "ab22"), ("'ab'.replaceAll('(a)(b)', '$2$1')", "ba"),
        ("'abc'.contains('b')", "true"), ("'abc'.startsWith('b')", "false"), ("'abc'.endsWith('c')", "true"),
        ("'abc'.matches('[a-c]+')", "true"), ("'abcd'.matches('[a-c]+')", "false"),
        ("'a'.equals('a')", "true"), ("'A'.equalsIgnoreCase('a')", "true"), ("''.isEmpty()", "true"),
        ("'a'.concat('b')", "ab"), ("'abc'.charAt(1)", "b"), ("'😀x'.length()", "3"),
        ("'a'.compareTo('b')", "-1"),
    ])
    func `a text has the methods of Java's strings`(call: String, result: String) throws {
        let dot = try #require(call.firstRange(of: "'.")?.lowerBound)
        let text = call[...dot]
        #expect(try Self.rendered("#set($t = \(text))$t\(call[call.index(after: dot)...])") == result)
    }

    @Test func `a text with escapes made for JavaScript can be made JSON again`() throws {
        #expect(try Self.rendered("#set($t = \"it\\'s\")$t.replaceAll(\"\\\\'\", \"'\")") == "it's")
    }

    @Test(arguments: [
        ("#if($n)", 1, "#if has no #end"), ("a\n#foreach($x in [1])", 2, "#foreach has no #end"),
        ("x\ny #end", 2, "#end has no #if or #foreach before it"), ("#set($x)", 1, "#set needs a \"=\""),
        ("#set(x = 1)", 1, "#set needs a reference to set"), ("#set($x = )", 1, "a value is missing"),
        ("#set($x = 'a)", 1, "a text in quotes does not end"),
        ("#set($x = 1", 1, "the parenthesis of #set is not closed"),
        ("${x", 1, "the brace of ${x is not closed"), ("$x.y(1", 1, "\")\" is missing"),
        ("$x[1", 1, "the bracket of an index is not closed"),
        ("#foreach(x in [1])#end", 1, "#foreach needs a variable"),
        ("#foreach($x of [1])#end", 1, "#foreach needs a variable and \"in\""),
        ("#if $x#end", 1, "#if needs a parenthesis"), ("#* open", 1, "a comment does not end"),
        ("#parse('x')", 1, "#parse is no part of mapping templates"),
        ("#macro(x)#end", 1, "#macro is no part of mapping templates"),
        ("#set($m = {\"a\" 1})", 1, "a map needs \":\" between a key and its value"),
        ("#set($l = [1, 2)", 1, "\"]\" is missing"),
    ])
    func `a template that cannot be parsed names line and reason`(template: String, line: Int, reason: String)
    {
        #expect(throws: VelocityError(line: line, reason: reason)) { try VelocityTemplate(template) }
    }

    @Test(arguments: [
        ("\n$person.name.nope()", 2, "there is no method nope() with 0 arguments here"),
        ("$person.name.substring(9)", 1, "substring(): 9 is out of range"),
        ("$person.name.substring('x')", 1, "substring() takes a whole number"),
        ("$person.tags.get(5)", 1, "get(): 5 is out of range"),
        ("$person.name.matches('(')", 1, "matches(): \"(\" is no regular expression"),
        ("#set($person.name.x = 1)", 1, "$person.name.x cannot be set"),
        ("#set($person.tags[7] = 1)", 1, "the index of $person.tags[7] is out of range"),
        ("#foreach($i in [1..1001])#end", 1, "#foreach has more than 1000 rounds"),
    ])
    func `a template that cannot be rendered names line and reason`(
        template: String,
        line: Int,
        reason: String
    ) {
        #expect(throws: VelocityError(line: line, reason: reason)) { try Self.rendered(template) }
    }

    @Test func `loops inside of loops end at the limit of steps`() {
        let loops = "#foreach($a in [1..999])#foreach($b in [1..999])#foreach($c in [1..999])$c#end#end#end"
        #expect(throws: VelocityError(line: 1, reason: "the template takes too long")) {
            try Self.rendered(loops, limits: VelocityLimits(stepCount: 10_000))
        }
    }

    @Test func `text that doubles without end stops at the limit of length`() {
        let doubling = "#set($a = \"0123456789\")#foreach($i in [1..100])#set($a = \"$a$a\")#end"
        #expect(throws: VelocityError.self) {
            try Self.rendered(doubling, limits: VelocityLimits(textByteCount: 100_000))
        }
    }

    @Test func `parentheses nested without end are refused`() {
        let nested = "#set($a = " + String(repeating: "(", count: 10_000) + "1"
        #expect(throws: VelocityError(line: 1, reason: "expressions are nested too deep")) {
            try VelocityTemplate(nested)
        }
    }
}
