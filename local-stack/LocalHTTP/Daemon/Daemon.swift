import CMicroHTTPD
import Glibc

/// Owner of one `MHD_Daemon`.
///
/// Unchecked: the library's calls used here may come from any thread; `stop` is called once.
final class Daemon: @unchecked Sendable {
    private let handle: OpaquePointer
    private let core: ServerCore
    /// The PEM texts, which the library does not copy.
    private let texts: [UnsafeMutablePointer<CChar>]

    init(
        socket: ListeningSocket,
        tls: TLSIdentity?,
        limits: HTTPServerLimits,
        core: ServerCore
    ) throws(HTTPServerError) {
        let texts = (tls.map { [$0.privateKeyPEM, $0.certificatePEM] } ?? []).compactMap { (text: String) in
            strdup(text)
        }
        let context = Unmanaged.passUnretained(core).toOpaque()
        let options = Self.options(socket, texts, limits, context)
        var flags = MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
        if tls != nil { flags |= MHD_USE_TLS.rawValue }
        guard let handle = cmicrohttpd_start(flags, handleAccess, context, options) else {
            for text in texts { free(text) }
            close(socket.descriptor)
            let reason = tls == nil ? String(cString: strerror(errno)) : "key and certificate do not fit"
            throw .cannotStart(reason: reason)
        }
        self.handle = handle
        self.core = core
        self.texts = texts
    }

    /// Stops listening and ends all connections and threads (`MHD_stop_daemon`); none may be suspended.
    ///
    /// `MHD_quiesce_daemon` is not used before: with a pool of threads it races with them and aborts the process.
    func stop() {
        MHD_stop_daemon(handle)
        for text in texts { free(text) }
    }

    private static func options(
        _ socket: ListeningSocket,
        _ tls: [UnsafeMutablePointer<CChar>],
        _ limits: HTTPServerLimits,
        _ context: UnsafeMutableRawPointer
    ) -> [MHD_OptionItem] {
        var options = [
            option(.LISTEN_SOCKET, Int(socket.descriptor)),
            option(.CONNECTION_LIMIT, limits.connections),
            option(.CONNECTION_MEMORY_LIMIT, limits.connectionMemoryByteCount),
            option(.CONNECTION_TIMEOUT, limits.idleSeconds ?? 0),
            option(.URI_LOG_CALLBACK, address(of: handleRequestLine), context),
            option(.UNESCAPE_CALLBACK, address(of: leaveEscaped)),
            option(.NOTIFY_COMPLETED, address(of: handleCompletion), context),
        ]
        // A pool of one is refused by the library.
        if limits.threads > 1 { options.append(option(.THREAD_POOL_SIZE, limits.threads)) }
        for (kind, text) in zip([MHD_OPTION.HTTPS_MEM_KEY, .HTTPS_MEM_CERT], tls) {
            options.append(option(kind, 0, UnsafeMutableRawPointer(text)))
        }
        return options + [option(.END, 0)]
    }

    private static func option(
        _ kind: MHD_OPTION,
        _ value: Int,
        _ pointer: UnsafeMutableRawPointer? = nil
    ) -> MHD_OptionItem {
        MHD_OptionItem(option: kind, value: value, ptr_value: pointer)
    }

    private static func address<Callback>(of callback: Callback) -> Int {
        unsafeBitCast(callback, to: Int.self)
    }
}
