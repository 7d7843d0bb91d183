import Glibc

/// A thread of its own for work that blocks.
package struct PosixThread: Sendable {
    private let handle: pthread_t

    /// The system has no room for one more thread.
    package struct StartError: Error, Sendable, Hashable {
        /// The number that `pthread_create` returned.
        package let code: CInt
    }

    /// Starts a thread that runs `body` once.
    ///
    /// - Throws: ``StartError`` where there is no room for it.
    package init(_ body: @escaping @Sendable () -> Void) throws(StartError) {
        let start = Unmanaged.passRetained(Start(body))
        var handle = pthread_t()
        let code = pthread_create(
            &handle,
            nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            },
            start.toOpaque()
        )
        guard code == 0 else {
            start.release()
            throw StartError(code: code)
        }
        self.handle = handle
    }

    /// Waits for the body's end; exactly one of `join` and `detach` is to be called, once.
    package func join() {
        pthread_join(handle, nil)
    }

    /// Lets the thread go; what it holds is freed when it ends.
    package func detach() {
        pthread_detach(handle)
    }

    private final class Start: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
