import CommandLineOptions
import Glibc
import PipelineClient
import PipelineRuntime
import StageContracts

/// The address used where none is named.
let defaultAPI = APIAddress.local

/// What every command works with.
struct Session {
    let client: APIClient
    let console: Console
    /// How the API was named on the command line, to be repeated in hints.
    private let apiArgument: String

    /// Reads the options of every command and the environment.
    init(_ arguments: Arguments, _ environment: [String: String]) throws(CommandError) {
        console = Console(
            isJSON: arguments[DipOptions.json],
            isQuiet: arguments[DipOptions.quiet],
            environment: environment
        )
        let named = arguments[DipOptions.api]
        let text = named ?? environment["DIP_API"].flatMap { $0.isEmpty ? nil : $0 } ?? defaultAPI
        guard let address = APIAddress(text) else {
            let origin = named == nil ? "DIP_API" : "--api"
            throw CommandError(
                arguments.refusal("\(origin) is an address such as \(defaultAPI), not “\(text)”")
            )
        }
        apiArgument = named.map { " --api \($0)" } ?? ""
        client = APIClient(address, transport: try Self.transport(environment))
    }

    /// The command line that watches a request.
    func watchLine(_ id: String) -> String { "dip watch \(id)\(apiArgument)" }

    /// Follows a request to its end, with a progress bar; Ctrl-C leaves it running.
    func follow(_ id: String, _ origin: RequestFollower.Origin) throws(CommandError) -> RecordDocument {
        let lineEnd = console.isTerminal ? "\n" : ""
        Interruption.say("\(lineEnd)The request goes on. Watch it again with: \(watchLine(id))\n")
        let follower = RequestFollower(client, pause: Self.pause)
        let bar = ProgressBar(console)
        bar.countSeconds()
        defer { bar.end() }
        do throws(APIError) {
            let document = try follower.follow(id, origin) { bar.show($0) }
            bar.show(RequestProgress(document.record))
            return document
        } catch {
            var failure = CommandError(error)
            if failure.exit == .unreachable {
                failure.advice = "the request goes on: \(watchLine(id)) follows it again"
            }
            throw failure
        }
    }

    /// Makes sure that outputs can be written into a folder, before there are any.
    func check(_ folder: String) throws(CommandError) {
        do throws(APIError) {
            try OutputFolder(folder, client: client).check()
        } catch {
            var failure = CommandError(error)
            failure.advice = "name a folder by --output that you may write into; nothing was sent"
            throw failure
        }
    }

    /// The record of a request, as soon as there is one; nil if it does not come up within seconds.
    func find(_ id: String) throws(CommandError) -> RecordDocument? {
        do throws(APIError) {
            return try RequestFollower(client, pause: Self.pause).find(id)
        } catch {
            throw CommandError(error)
        }
    }

    /// What became of a request that was accepted under an id of the caller's, as far as it shows within seconds.
    func beginning(of accepted: AcceptedRequest) throws(CommandError) -> RecordDocument? {
        do throws(APIError) {
            return try RequestFollower(client, pause: Self.pause).beginning(of: accepted)
        } catch {
            throw CommandError(error)
        }
    }

    /// Has the links of a request signed anew and answers the record with them.
    func renewLinks(of document: RecordDocument) throws(CommandError) -> RecordDocument {
        do throws(APIError) {
            if let renewed = try LinkRenewal(client, pause: Self.pause).renew(document) { return renewed }
        } catch {
            throw CommandError(error)
        }
        throw CommandError(
            exit: .failed,
            code: "timed_out",
            message: "the links were not signed in time",
            advice: "they may be in a moment: try again"
        )
    }

    private static func pause(_ duration: Duration) { usleep(UInt32(duration / .microseconds(1))) }

    private static func transport(_ environment: [String: String]) throws(CommandError) -> CurlTransport {
        let authorities = ["CURL_CA_BUNDLE", "SSL_CERT_FILE"].lazy.compactMap { environment[$0] }.first {
            !$0.isEmpty
        }
        do throws(HTTPError) {
            return try CurlTransport(
                caBundlePath: authorities,
                proxies: HTTPProxies(environment: environment)
            )
        } catch {
            throw CommandError(exit: .unreachable, code: "unreachable", message: error.description)
        }
    }
}
