import CloudTemplate

@testable import LocalStack

/// Plans of templates that tests hold as text; the file is always called `t.yaml`.
enum PlanText {
    static func plan(
        _ resources: String,
        outputs: String = "{}",
        metadata: String = "{}",
        region: String = "us-east-1"
    ) throws(TemplateError) -> StackPlan {
        let indented = resources.replacing("\n", with: "\n  ")
        let text = """
            Transform: AWS::Serverless-2016-10-31
            Outputs: \(outputs)
            Resources:
              \(indented)
            Metadata: \(metadata)
            """
        var settings = StackSettings(endpoint: "http://127.0.0.1:4566")
        settings.region = region
        let stack = try Template.read(Array(text.utf8), file: "t.yaml").stack(settings)
        return try StackPlan.read(stack, directory: "/project/")
    }

    static func problems(_ resources: String, metadata: String = "{}") -> [String] {
        do throws(TemplateError) {
            _ = try plan(resources, metadata: metadata)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }
}
