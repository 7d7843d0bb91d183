import LocalHTTP
import Testing

@testable import LocalGateway

struct TemplateVariableTests {
    /// Renders a request template of a mock integration; the response template prints it.
    private static func rendered(
        _ template: String,
        body: String = "",
        query: String = "a=1&b=x%20y"
    ) throws -> String {
        let quoted = template.replacing("'", with: "''")
        let bench = try GatewayBench(
            yaml: """
                paths:
                  /do/{id}:
                    post:
                      x-amazon-apigateway-integration:
                        type: aws
                        uri: arn:aws:apigateway:us-east-1:s3:path/b
                        requestTemplates: { application/json: '\(quoted)' }
                        responses: { default: {} }
                """
        )
        let headers: HTTPHeaders = ["Content-Type": "application/json", "User-Agent": "test/1"]
        let response = bench.send("POST", "/do/7", query: query, headers: headers, body: body)
        return bench.calls.first?.body ?? "\(response.status) \(bench.reports)"
    }

    @Test(arguments: [
        (
            "$context.requestId $context.httpMethod $context.resourcePath $context.path",
            "req-1 POST /do/{id} /do/7"
        ),
        (
            "$context.stage $context.apiId $context.accountId $context.domainName",
            "v1 api1 000000000000 127.0.0.1:4566"
        ),
        ("$context.requestTimeEpoch $context.requestTime", "1428582896000 09/Apr/2015:12:34:56 +0000"),
        (
            "$context.identity.sourceIp $context.identity.userAgent|$context.identity.nothing|",
            "127.0.0.1 test/1||"
        ),
        ("$stageVariables.color $stageVariables.none|", "red |"),
        (
            "$input.params('id') $input.params('b') $input.params('user-agent') $input.params('nope')|",
            "7 x y test/1 |"
        ),
        ("$input.params('X-Forwarded-Proto')", "http"),
        ("$input.params().path $input.params().querystring.get('a')", "{id=7} 1"),
        ("#foreach($p in $input.params().keySet())$p #end", "path querystring header "),
    ])
    func `a template sees the request and its context`(template: String, output: String) throws {
        #expect(try Self.rendered(template) == output)
    }

    @Test(arguments: [
        ("$input.body", "{\"a\": {\"b\": [1, 2.50]}, \"s\": \"it's \\\"é\\\"\"}"),
        ("$input.json('$')", "{\"a\":{\"b\":[1,2.50]},\"s\":\"it's \\\"é\\\"\"}"),
        ("$input.json('$.a.b[1]')", "2.50"), ("$input.json('$.s')", "\"it's \\\"é\\\"\""),
        ("$input.json('$.none')", "\"\""),
        ("$input.path('$.a.b')", "[1,2.5]"), ("$input.path('$.s')", "it's \"é\""),
        ("$input.path('$.none')|", "|"),
        ("$input.path('$.a').b.size()", "2"), ("#foreach($n in $input.path('$.a.b'))<$n>#end", "<1><2.5>"),
        ("$util.escapeJavaScript($input.path('$.s'))", "it\\'s \\\"\\u00E9\\\""),
        ("$util.escapeJavaScript($input.path('$.s')).replaceAll(\"\\\\'\",\"'\")", "it's \\\"\\u00E9\\\""),
        ("#set($inputRoot = $input.path('$')){\"n\": $inputRoot.a.b[0]}", "{\"n\": 1}"),
    ])
    func `a template sees the body`(template: String, output: String) throws {
        let body = "{\"a\": {\"b\": [1, 2.50]}, \"s\": \"it's \\\"é\\\"\"}"
        #expect(try Self.rendered(template, body: body) == output)
    }

    @Test func `a request without a body reads as an empty object`() throws {
        #expect(try Self.rendered("$input.json('$')") == "{}")
    }

    @Test(arguments: [
        ("$util.urlEncode('a b&c=d/é*~')", "a+b%26c%3Dd%2F%C3%A9*%7E"), ("$util.urlDecode('a+b%26')", "a b&"),
        ("$util.base64Encode('hé')", "aMOp"), ("$util.base64Decode('aMOp')", "hé"),
        ("#set($o = $util.parseJson('{\"x\": [true]}'))$o.x[0]", "true"),
        ("$util.escapeJavaScript(\"a/b\")", "a\\/b"),
    ])
    func `a template has the utilities that API Gateway documents`(template: String, output: String) throws {
        #expect(try Self.rendered(template) == output)
    }

    @Test(arguments: [
        ("$util.urlDecode('%zz')", "cannot decode"), ("$util.base64Decode('!')", "cannot decode"),
        ("$util.parseJson('{')", "not JSON"), ("$input.path('$[?(@.a)]')", "filters"),
    ])
    func `a utility that cannot do its work fails the template`(template: String, reason: String) throws {
        let output = try Self.rendered(template)
        #expect(output.hasPrefix("500"))
        #expect(output.contains(reason))
    }

    /// From "API Gateway mapping template and access logging variable reference", "Pass-through example".
    @Test func `the published pass-through template works`() throws {
        let template = """
            #set($allParams = $input.params())
            {
            "body-json" : $input.json('$'),
            "params" : {
            #foreach($type in $allParams.keySet())
                #set($params = $allParams.get($type))
            "$type" : {
                #foreach($paramName in $params.keySet())
                "$paramName" : "$util.escapeJavaScript($params.get($paramName))"
                    #if($foreach.hasNext),#end
                #end
            }
                #if($foreach.hasNext),#end
            #end
            },
            "context" : { "http-method" : "$context.httpMethod", "stage" : "$context.stage" }
            }
            """
        let output = try Self.rendered(
            template.replacing("\n", with: "\n\n                                "),
            body: #"{"x":1}"#
        )
        let json = try JSONValue(json: output)
        #expect(json["body-json"]?.text == #"{"x":1}"#)
        #expect(json["params"]?["path"]?.text == #"{"id":"7"}"#)
        #expect(json["params"]?["querystring"]?.text == #"{"a":"1","b":"x y"}"#)
        #expect(json["params"]?["header"]?["User-Agent"]?.string == "test\\/1".replacing("\\", with: ""))
        #expect(json["context"]?["stage"]?.string == "v1")
    }

    /// From "Set up API Gateway models and mapping templates", the photo album example.
    @Test func `the published photo album template works`() throws {
        let template = """
            #set($inputRoot = $input.path('$'))
            { "choice": [
            #foreach($elem in $inputRoot.photos.photo)
              { "id": "$elem.id", "title": "$elem.title", "ispublic": $elem.ispublic }#if($foreach.hasNext),#end
            #end
            ] }
            """
        let body =
            #"{"photos": {"page": 1, "photo": [{"id": "12", "title": "A", "ispublic": 1}, {"id": "23", "title": "B", "ispublic": 0}]}}"#
        let output = try Self.rendered(
            template.replacing("\n", with: "\n\n                                "),
            body: body
        )
        #expect(
            try JSONValue(json: output).text
                == #"{"choice":[{"id":"12","title":"A","ispublic":1},{"id":"23","title":"B","ispublic":0}]}"#
        )
    }
}
