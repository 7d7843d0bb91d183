/// The functions that can be evaluated on this machine, and why the others cannot.
enum IntrinsicFunctions {
    static let all: [String: any IntrinsicFunction] = {
        let functions: [any IntrinsicFunction] = [
            RefFunction(), GetAttFunction(), SubFunction(), JoinFunction(), SplitFunction(), SelectFunction(),
            IfFunction(), FindInMapFunction(), Base64Function(),
        ]
        return Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
    }()

    /// Why a function that is not in `all` cannot be used.
    static func refusal(of name: String) -> String {
        switch name {
        case "Fn::ImportValue":
            "Fn::ImportValue needs another stack's exports; there is one stack on this machine"
        case "Fn::Transform", "Fn::Include":
            "\(name) runs macros inside CloudFormation; write the included text into the template"
        case "Condition", "Fn::Condition", "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not":
            "\(name) may be used in conditions only"
        default: "the function \(name) is not known here"
        }
    }
}
