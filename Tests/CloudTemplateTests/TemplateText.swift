import CloudTemplate

/// Reads templates that tests hold as text; the file is always called `t.yaml`.
enum TemplateText {
    static func problems(_ text: String, parameters: [String: String] = [:]) -> [String] {
        do throws(TemplateError) {
            _ = try stack(text, parameters: parameters)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    static func stack(_ text: String, parameters: [String: String] = [:]) throws(TemplateError) -> Stack {
        try Template.read(Array(text.utf8), file: "t.yaml")
            .stack(StackSettings(endpoint: "http://127.0.0.1:4566", parameters: parameters))
    }

    /// The JSON of what stands under `Value` of a queue's `Tags`, evaluated.
    static func value(_ yaml: String, with sections: String = "") throws(TemplateError) -> String {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        let stack = try stack(
            """
            \(sections)
            Resources:
              Queue:
                Type: AWS::SQS::Queue
                Properties: { QueueName: work }
              Table:
                Type: AWS::DynamoDB::Table
                Properties: { TableName: data }
              Probe:
                Type: AWS::Test::Probe
                Properties:
                  Value:
                    \(lines.joined(separator: "\n        "))
            """
        )
        let properties = stack.resources.first { $0.logicalID == "Probe" }?.properties
        return properties?.mapping?["Value"]?.jsonText ?? "absent"
    }
}
