import CommandLineOptions
import FoundationEssentials
import LocalLambda
import Testing

@testable import LocalStack

struct TemplateFileTests {
    @Test func `functions lie beside the template, in a folder of any name`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "my grüße \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "template.yaml")
        let text = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F: { Type: AWS::Serverless::Function, Properties: { CodeUri: build/f } }
            """
        try Data(text.utf8).write(to: file)
        let path = file.path(percentEncoded: false)
        let arguments = try Arguments(["--template", path], CommandLineRequest.validate)
        let template = TemplateFile(options: TemplateOptions(arguments))
        let plan = try template.plan(endpoint: "http://127.0.0.1:4566")
        let expected = folder.path(percentEncoded: false)
        let own = try #require(plan.functions.first?.definition.codeDirectory)
        #expect(own.hasPrefix(expected) && own.hasSuffix("/build/f"))
    }
}
