import CloudTemplate
import FoundationEssentials

/// Reads and evaluates the template that the options name.
struct TemplateFile {
    let options: TemplateOptions

    /// The plan of the stack; `endpoint` is where its services answer.
    ///
    /// Throws `StartFailure.template` with everything that is wrong with it.
    func plan(endpoint: String) throws(StartFailure) -> StackPlan {
        do throws(TemplateError) {
            let template = try Template.read(try bytes(), file: options.template)
            var settings = StackSettings(endpoint: endpoint, parameters: options.parameters)
            settings.region = options.region
            return try StackPlan.read(try template.stack(settings), directory: directory)
        } catch {
            throw .template(error)
        }
    }

    private func bytes() throws(TemplateError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: options.template)))
        } catch {
            let start = SourceMark(file: options.template, line: 1, column: 1)
            throw TemplateError([TemplateProblem(start, "the file cannot be read: \(Self.reason(error))")])
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile: "there is none of that name"
        case .fileReadNoPermission: "permission denied"
        default: "\(error)"
        }
    }

    /// The folder against which the template's relative paths count.
    private var directory: String {
        let absolute = URL(filePath: options.template).absoluteURL
        return absolute.deletingLastPathComponent().path(percentEncoded: false)
    }
}
