import Testing

@testable import LocalSNS
@testable import LocalSQS
@testable import LocalServiceKit

struct FilterPolicyTests {
    /// A policy, what is put to it, and whether it lets that pass.
    struct Case: Sendable, CustomTestStringConvertible {
        let policy: String
        let facts: String
        let isAccepted: Bool

        init(_ policy: String, _ facts: String, _ isAccepted: Bool) {
            self.policy = policy
            self.facts = facts
            self.isAccepted = isAccepted
        }

        var testDescription: String { "\(policy) \(isAccepted ? "takes" : "refuses") \(facts)" }
    }

    static let bodies = [
        Case("{}", "{}", true),
        Case(#"{"a":["x"]}"#, #"{"a":"x"}"#, true), Case(#"{"a":["x"]}"#, #"{"a":"y"}"#, false),
        Case(#"{"a":["x"]}"#, #"{"A":"x"}"#, false), Case(#"{"a":["x"]}"#, #"{"a":"X"}"#, false),
        Case(#"{"a":["x","y"]}"#, #"{"a":"y"}"#, true), Case(#"{"a":["x"],"b":["y"]}"#, #"{"a":"x"}"#, false),
        Case(#"{"a":["x"],"b":["y"]}"#, #"{"a":"x","b":"y"}"#, true),
        Case(#"{"a":["x"]}"#, #"{"a":["y","x"]}"#, true), Case(#"{"a":["x"]}"#, #"{"a":[]}"#, false),
        Case(#"{"a":[1]}"#, #"{"a":1.0}"#, true), Case(#"{"a":[1]}"#, #"{"a":"1"}"#, false),
        Case(#"{"a":["1"]}"#, #"{"a":1}"#, false), Case(#"{"a":[true]}"#, #"{"a":true}"#, true),
        Case(#"{"a":[true]}"#, #"{"a":"true"}"#, false), Case(#"{"a":[null]}"#, #"{"a":null}"#, true),
        Case(#"{"a":[null]}"#, "{}", false),
        Case(#"{"a":[{"prefix":"ab"}]}"#, #"{"a":"abc"}"#, true),
        Case(#"{"a":[{"prefix":"ab"}]}"#, #"{"a":"cab"}"#, false),
        Case(#"{"a":[{"prefix":"1"}]}"#, #"{"a":12}"#, false),
        Case(#"{"a":[{"suffix":".png"}]}"#, #"{"a":"x.png"}"#, true),
        Case(#"{"a":[{"suffix":".png"}]}"#, #"{"a":"x.PNG"}"#, false),
        Case(#"{"a":[{"equals-ignore-case":"TeNNis"}]}"#, #"{"a":"tennis"}"#, true),
        Case(#"{"a":[{"equals-ignore-case":"tennis"}]}"#, #"{"a":"tenni"}"#, false),
        Case(#"{"a":[{"anything-but":"x"}]}"#, #"{"a":"y"}"#, true),
        Case(#"{"a":[{"anything-but":"x"}]}"#, #"{"a":"x"}"#, false),
        Case(#"{"a":[{"anything-but":"x"}]}"#, "{}", false),
        Case(#"{"a":[{"anything-but":["x","y"]}]}"#, #"{"a":"y"}"#, false),
        Case(#"{"a":[{"anything-but":["x","y"]}]}"#, #"{"a":["x","z"]}"#, true),
        Case(#"{"a":[{"anything-but":["x","y"]}]}"#, #"{"a":["x","y"]}"#, false),
        Case(#"{"a":[{"anything-but":[1,2]}]}"#, #"{"a":3}"#, true),
        Case(#"{"a":[{"anything-but":[1,2]}]}"#, #"{"a":2.0}"#, false),
        Case(#"{"a":[{"anything-but":{"prefix":"or"}}]}"#, #"{"a":"order"}"#, false),
        Case(#"{"a":[{"anything-but":{"prefix":"or"}}]}"#, #"{"a":"data"}"#, true),
        Case(#"{"a":[{"anything-but":{"suffix":"er"}}]}"#, #"{"a":"order"}"#, false),
        Case(#"{"a":[{"anything-but":{"suffix":"er"}}]}"#, #"{"a":"data"}"#, true),
        Case(#"{"a":[{"anything-but":"x"},{"exists":false}]}"#, "{}", true),
        Case(#"{"a":[{"exists":true}]}"#, #"{"a":null}"#, true),
        Case(#"{"a":[{"exists":true}]}"#, "{}", false),
        Case(#"{"a":[{"exists":false}]}"#, "{}", true),
        Case(#"{"a":[{"exists":false}]}"#, #"{"a":1}"#, false),
        Case(#"{"a":[{"numeric":["=",301.5]}]}"#, #"{"a":301.5}"#, true),
        Case(#"{"a":[{"numeric":["=",301.5]}]}"#, #"{"a":3.015e2}"#, true),
        Case(#"{"a":[{"numeric":["=",301.5]}]}"#, #"{"a":"301.5"}"#, false),
        Case(#"{"a":[{"numeric":["<",0]}]}"#, #"{"a":-1}"#, true),
        Case(#"{"a":[{"numeric":["<",0]}]}"#, #"{"a":0}"#, false),
        Case(#"{"a":[{"numeric":["<=",0]}]}"#, #"{"a":0}"#, true),
        Case(#"{"a":[{"numeric":[">",0,"<=",150]}]}"#, #"{"a":150}"#, true),
        Case(#"{"a":[{"numeric":[">",0,"<=",150]}]}"#, #"{"a":0}"#, false),
        Case(#"{"a":[{"numeric":[">",0,"<=",150]}]}"#, #"{"a":150.000001}"#, false),
        Case(#"{"a":[{"cidr":"10.0.0.0/24"}]}"#, #"{"a":"10.0.0.255"}"#, true),
        Case(#"{"a":[{"cidr":"10.0.0.0/24"}]}"#, #"{"a":"10.0.1.0"}"#, false),
        Case(#"{"a":[{"cidr":"10.0.0.0/24"}]}"#, #"{"a":"10.0.0"}"#, false),
        Case(#"{"a":[{"cidr":"0.0.0.0/0"}]}"#, #"{"a":"255.1.2.3"}"#, true),
        Case(#"{"a":[{"cidr":"10.1.2.3/32"}]}"#, #"{"a":"10.1.2.3"}"#, true),
        Case(#"{"a":[{"cidr":"2001:db8:1234:1a00::/56"}]}"#, #"{"a":"2001:db8:1234:1a7f::1"}"#, true),
        Case(#"{"a":[{"cidr":"2001:db8:1234:1a00::/56"}]}"#, #"{"a":"2001:db8:1234:1b00::1"}"#, false),
        Case(#"{"a":[{"cidr":"10.0.0.0/8"}]}"#, #"{"a":"::ffff:10.0.0.1"}"#, false),
        Case(#"{"a":{"b":{"c":["x"]}}}"#, #"{"a":{"b":{"c":"x"}}}"#, true),
        Case(#"{"a":{"b":{"c":["x"]}}}"#, #"{"a":{"c":"x"}}"#, false),
        Case(#"{"a":{"b":["x"]}}"#, #"{"a":[{"b":"y"},{"b":"x"}]}"#, true),
        Case(#"{"a.b":["x"]}"#, #"{"a":{"b":"x"}}"#, true),
        Case(#"{"$or":[{"a":["x"]},{"b":["y"]}]}"#, #"{"b":"y"}"#, true),
        Case(#"{"$or":[{"a":["x"]},{"b":["y"]}]}"#, #"{"a":"y","b":"x"}"#, false),
        Case(#"{"c":["z"],"$or":[{"a":["x"]},{"b":["y"]}]}"#, #"{"a":"x"}"#, false),
        Case(#"{"c":["z"],"$or":[{"a":["x"]},{"b":["y"]}]}"#, #"{"a":"x","c":"z"}"#, true),
        Case(#"{"s":{"$or":[{"a":["x"]},{"b":["y"]}]}}"#, #"{"s":{"b":"y"}}"#, true),
        Case(#"{"$or":[{"$or":[{"a":["1"]},{"b":["2"]}]},{"c":["3"]}]}"#, #"{"b":"2"}"#, true),
        Case(#"{"$or":["x"]}"#, #"{"$or":"x"}"#, true),
        Case(#"{"a":["x"]}"#, "x", false), Case(#"{"a":["x"]}"#, #"["x"]"#, false),
        Case("{}", "no JSON", false),
    ]

    @Test(arguments: bodies) func `a policy looks into the body`(testCase: Case) throws {
        let policy = try FilterPolicy(testCase.policy, scope: .messageBody)
        let isAccepted = MessageFacts(body: testCase.facts).map(policy.accepts) ?? false
        #expect(isAccepted == testCase.isAccepted)
    }

    @Test(arguments: [
        (#"{"a":["x"]}"#, "String", "x", true), (#"{"a":["x"]}"#, "String.note", "x", true),
        (#"{"a":["x"]}"#, "Binary", "x", false), (#"{"a":[{"exists":false}]}"#, "Binary", "x", true),
        (#"{"a":["x"]}"#, "String.Array", #"["y","x"]"#, true), (#"{"a":["x"]}"#, "String.Array", "x", false),
        (#"{"a":[null]}"#, "String.Array", #"["y",null]"#, true),
        (#"{"a":[100]}"#, "String.Array", "100", true),
        (#"{"a":[123.456789]}"#, "Number", "123.4567891", true),
        (#"{"a":[123.456789]}"#, "Number", "123.456788", false),
        (#"{"a":[true]}"#, "String.Array", "[true]", true), (#"{"a":[true]}"#, "String", "true", false),
        (#"{"a":[{"numeric":["=",2]}]}"#, "String.Array", "[1,2]", true),
        (#"{"a":[{"anything-but":["x","y"]}]}"#, "String.Array", #"["x","z"]"#, true),
        (#"{"a":[{"anything-but":["x","y"]}]}"#, "String.Array", #"["x","y"]"#, false),
        (#"{"a":[{"numeric":[">",1]}]}"#, "Number", "1.5", true), (#"{"a":[1.5]}"#, "Number", "1.50", true),
        (#"{"a":[{"numeric":[">",1]}]}"#, "Number.int", "2", true),
        (#"{"a":[{"numeric":[">",1]}]}"#, "String", "2", false),
        (#"{"a":[{"prefix":"1"}]}"#, "Number", "12", false),
        (#"{"$or":[{"a":["x"]},{"b":["y"]}]}"#, "String", "x", true), ("", "String", "x", true),
    ])
    func `a policy looks at attributes`(
        policy: String,
        type: String,
        value: String,
        isAccepted: Bool
    ) throws {
        let isBinary = type == "Binary"
        let attribute = MessageAttribute(
            dataType: type,
            stringValue: isBinary ? nil : value,
            binaryValue: isBinary ? Blob(Array(value.utf8)) : nil
        )
        let policy = try FilterPolicy(policy, scope: .messageAttributes)
        #expect(policy.accepts(MessageFacts(attributes: ["a": attribute])) == isAccepted)
    }

    @Test(arguments: [
        ("x", "failed to parse JSON."), ("[]", "failed to parse JSON."),
        (#"{"a":"x"}"#, "\"a\" must be an object or an array"),
        (#"{"a":[]}"#, "Empty arrays are not allowed"),
        (#"{"a":[["x"]]}"#, "Match value must be String, number, true, false, or null"),
        (#"{"a":[{}]}"#, "Match value must be String, number, true, false, or null"),
        (#"{"a":[{"like":"x"}]}"#, "Unrecognized match type like"),
        (#"{"a":[{"suffix":"x","prefix":"y"}]}"#, "Only one key allowed in match expression"),
        (#"{"a":[{"prefix":1}]}"#, "prefix match pattern must be a string"),
        (#"{"a":[{"suffix":null}]}"#, "suffix match pattern must be a string"),
        (#"{"a":[{"equals-ignore-case":[]}]}"#, "equals-ignore-case match pattern must be a string"),
        (#"{"a":[{"cidr":["x"]}]}"#, "prefix match pattern must be a string"),
        (#"{"a":[{"cidr":"10.0.0.0"}]}"#, "Malformed CIDR, one '/' required"),
        (#"{"a":[{"cidr":"10.0.0.0/x"}]}"#, "Malformed CIDR, mask bits must be an integer"),
        (#"{"a":[{"cidr":"10.0.0/8"}]}"#, "Nonstandard IP address: 10.0.0"),
        (#"{"a":[{"cidr":"10.0.0.1/8"}]}"#, "Nonstandard IP address: 10.0.0.1"),
        (#"{"a":[{"cidr":"10.0.0.0/33"}]}"#, "Nonstandard IP address: 10.0.0.0"),
        (#"{"a":[{"exists":"no"}]}"#, "exists match pattern must be either true or false."),
        (#"{"a":[{"numeric":[]}]}"#, "Invalid member in numeric match: ]"),
        (#"{"a":[{"numeric":["about",1]}]}"#, "Unrecognized numeric range operator: about"),
        (#"{"a":[{"numeric":[1,"<="]}]}"#, "Invalid member in numeric match: 1"),
        (#"{"a":[{"numeric":["=","0"]}]}"#, "Value of equals must be numeric"),
        (#"{"a":[{"numeric":[">="]}]}"#, "Value of >= must be numeric"),
        (#"{"a":[{"numeric":["<",100,">",10]}]}"#, "Too many elements in numeric expression"),
        (#"{"a":[{"numeric":[">=",1,">",2]}]}"#, "Bad numeric range operator: >"),
        (#"{"a":[{"numeric":[">",3,"<",1]}]}"#, "Bottom must be less than top"),
        (#"{"a":[{"numeric":[">",20,30]}]}"#, "Bad value in numeric range: 30"),
        (#"{"a":[{"numeric":[">",20,"<",30,"<",50]}]}"#, "Too many terms in numeric range expression"),
        (#"{"a":[{"anything-but":{"exists":true}}]}"#, "Unsupported anything-but pattern: exists"),
        (#"{"a":[{"anything-but":{"prefix":false}}]}"#, "prefix match pattern must be a string"),
        (#"{"a":[{"anything-but":[]}]}"#, "Empty arrays are not allowed"),
        (
            #"{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}"#,
            "Filter policy can not have more than 5 keys"
        ),
        (#"{"a":{"b":{"c":[1,2,3,4,5,6,7,8,9,10]}},"d":[1,2,3,4,5,6]}"#, "Filter policy is too complex"),
    ])
    func `a policy that AWS refuses is refused with its words`(policy: String, reason: String) {
        #expect(throws: FilterPolicyError(reason)) { try FilterPolicy(policy, scope: .messageBody) }
    }

    @Test func `a nested policy is for bodies only`() throws {
        #expect(throws: FilterPolicyError.self) {
            try FilterPolicy(#"{"a":{"b":["x"]}}"#, scope: .messageAttributes)
        }
    }

    @Test func `a policy of alternatives upon alternatives is refused before it grows`() {
        var policy = #"{"a":["x"]}"#
        for _ in 0..<40 { policy = #"{"$or":[\#(policy),{"b":["y"]}],"a":["1","2"]}"# }
        #expect(throws: FilterPolicyError("Filter policy is too complex")) {
            try FilterPolicy(policy, scope: .messageBody)
        }
    }
}
