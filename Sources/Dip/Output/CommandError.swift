import CommandLineOptions
import PipelineClient
import StageContracts

/// Why a command ends without what was asked, for people and for programs.
struct CommandError: Error, Equatable {
    /// The exit statuses of a command that was not done.
    enum Exit: Int32 {
        case failed = 1
        case usage = 2
        case unreachable = 3
    }

    let exit: Exit
    /// A word for programs.
    let code: String
    /// What happened, in a line.
    let message: String
    /// What to do about it.
    var advice: String?
    /// Everything that is wrong with the request.
    var problems: [APIRefusal.Problem] = []
}

extension CommandError {
    init(_ error: UsageError) {
        self.init(
            exit: .usage,
            code: "usage",
            message: error.problems.joined(separator: "; "),
            advice: error.advice
        )
    }

    /// What reads a command line, or why that cannot be followed.
    static func refusing<Value>(_ read: () throws(UsageError) -> Value) throws(CommandError) -> Value {
        do throws(UsageError) {
            return try read()
        } catch {
            throw CommandError(error)
        }
    }

    init(_ error: APIError) {
        switch error {
        case .unreachable:
            self.init(exit: .unreachable, code: "unreachable", message: error.description)
            advice = "start the local stack with “make run”, or name another API by --api or DIP_API"
        case .notThisAPI:
            self.init(exit: .unreachable, code: "not_this_api", message: error.description)
            advice = "see whether --api or DIP_API names the API, with its stage, such as https://…/v1"
        case .refused(let refusal): self.init(refusal)
        case .tooLarge:
            self.init(exit: .failed, code: "too_large", message: error.description)
            advice =
                "copy it under uploads/ into the bucket of requests (aws s3 cp), then give its key by --key"
        case .file: self.init(exit: .usage, code: "file_failed", message: error.description)
        case .link: self.init(exit: .failed, code: "output_failed", message: error.description)
        }
    }

    private init(_ refusal: APIRefusal) {
        self.init(exit: .failed, code: refusal.code, message: refusal.description)
        problems = refusal.problems
        if refusal.status >= 500 || refusal.status == 429 { advice = "ask again in a moment" }
    }

    /// A request that would be refused.
    init(_ invalid: InvalidRequest) {
        self.init(
            exit: .usage,
            code: FailureCode.invalidRequest.rawValue,
            message: invalid.failure(at: .preprocess).text
        )
        problems = invalid.problems.map { .init(pointer: $0.pointer.text, detail: $0.detail) }
    }

    /// A request that has ended, but not well.
    init?(_ record: Record) {
        if let failure = record.failure {
            self.init(
                exit: .failed,
                code: failure.code.rawValue,
                message: failure.text,
                advice: failure.advice(isFromWeb: record.source?.url != nil)
            )
            problems = failure.problems.map { .init(pointer: $0.pointer.text, detail: $0.detail) }
        } else if record.status == .cancelled {
            self.init(exit: .failed, code: Status.cancelled.rawValue, message: "The request was cancelled.")
        } else {
            return nil
        }
    }
}
