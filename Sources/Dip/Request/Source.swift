import CommandLineOptions
import PipelineClient
import StageContracts

/// What a request is made from.
enum Source {
    case file(LocalFile)
    case url(String)
    case key(String)

    /// The source that the arguments name; nil if they name none.
    init?(_ arguments: Arguments) throws(CommandError) {
        switch (arguments.argument, arguments[DipOptions.key]) {
        case (nil, nil): return nil
        case (nil, let key?): self = .key(key)
        case (.some, .some): throw CommandError(arguments.refusal("give PHOTO or --key, not both"))
        case (let text?, nil):
            if ["http://", "https://"].contains(where: text.lowercased().hasPrefix) {
                self = .url(text)
            } else if text.contains("://") {
                throw CommandError(
                    arguments.refusal("PHOTO is a file or begins with https:// or http://, not “\(text)”")
                )
            } else {
                self = .file(try LocalFile.checked(text))
            }
        }
    }

    /// The member `source` of a request; for a file, as it could be.
    var member: JSONValue {
        switch self {
        case .url(let url): .object(["url": .string(url)])
        case .key(let key): .object(["key": .string(key)])
        case .file: .object(["key": .string("uploads/file")])
        }
    }

    /// The member `source` of a request; a file is uploaded first.
    ///
    /// Under an id of the caller's a file has the same key each time, so that the same command is the same request.
    func uploaded(_ session: Session, for id: String?) throws(CommandError) -> JSONValue {
        switch self {
        case .url, .key: return member
        case .file(let file):
            session.console.note("Uploading \(file.name.oneLine), \(ByteCount(file.byteCount))")
            do throws(APIError) {
                return .object(["key": .string(try Uploader(session.client).upload(file, for: id))])
            } catch {
                throw CommandError(error)
            }
        }
    }
}

extension LocalFile {
    fileprivate static func checked(_ path: String) throws(CommandError) -> LocalFile {
        do throws(APIError) {
            return try LocalFile(path: path)
        } catch {
            throw CommandError(error)
        }
    }
}
