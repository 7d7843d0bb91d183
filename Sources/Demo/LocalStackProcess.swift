import Foundation
import PipelineClient
import PipelineRuntime
import Synchronization

/// The local stack as a child process on a free port, with a state folder of its own.
final class LocalStackProcess {
    private static let startLimit = Duration.seconds(30)
    /// The child to take along when a signal ends the demo.
    private static let childID = Atomic<Int32>(0)

    private let process = Process()
    private let logPath: String
    let url: String

    /// Starts the stack from `template.yaml` in the working folder and waits until it is healthy.
    init(stateFolder: String, transport: any HTTPTransport) throws {
        logPath = stateFolder + "/log.txt"
        let port = try Self.freePort()
        url = "http://127.0.0.1:\(port)"
        process.executableURL = Self.sibling("local-stack")
        process.arguments = [
            "serve", "--port", "\(port)", "--state", stateFolder + "/state", "--end-with-parent",
        ]
        try start()
        try waitUntilHealthy(transport)
    }

    deinit { stop() }

    /// Ends the stack and everything it started.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    /// Where its API answers.
    var address: APIAddress {
        get throws {
            guard let address = APIAddress(url) else {
                throw DemoError.stackNotStarted(reason: "\(url) is no address", log: "")
            }
            return address
        }
    }

    private func start() throws {
        guard FileManager.default.createFile(atPath: logPath, contents: nil) else {
            throw DemoError.stackNotStarted(reason: "\(logPath) cannot be written", log: "")
        }
        let log = FileHandle(forWritingAtPath: logPath)
        process.standardOutput = log
        process.standardError = log
        process.standardInput = FileHandle.nullDevice
        try process.run()
        Self.childID.store(process.processIdentifier, ordering: .releasing)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                let child = LocalStackProcess.childID.load(ordering: .acquiring)
                kill(child, SIGTERM)
                waitpid(child, nil, 0)
                _exit(128 + number)
            }
        }
    }

    private func waitUntilHealthy(_ transport: any HTTPTransport) throws {
        let deadline = ContinuousClock.now + Self.startLimit
        while ContinuousClock.now < deadline {
            guard process.isRunning else {
                throw DemoError.stackNotStarted(
                    reason: "it ended with status \(process.terminationStatus)",
                    log: logTail
                )
            }
            let health = try? transport.send(HTTPRequest("GET", url + "/health", timeout: .seconds(1)))
            if health?.status == 200 { return }
            usleep(20_000)
        }
        stop()
        throw DemoError.stackNotStarted(reason: "it is not healthy after \(Self.startLimit)", log: logTail)
    }

    private var logTail: String {
        let text = (try? String(contentsOfFile: logPath, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").suffix(20).joined(separator: "\n")
    }

    private static func sibling(_ name: String) -> URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent(name)
    }

    /// A port that was free a moment ago.
    private static func freePort() throws -> UInt16 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutableBytes(of: &address) { bytes in
            guard let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else { return false }
            return bind(socket, pointer, length) == 0 && getsockname(socket, pointer, &length) == 0
        }
        guard isBound else { throw DemoError.stackNotStarted(reason: "no port is free", log: "") }
        return UInt16(bigEndian: address.sin_port)
    }
}
