/// Takes one request's body as its plan says; after a refusal it discards what still comes.
struct BodyReceiver: ~Copyable {
    private enum State {
        case memory(maximumByteCount: Int, bytes: [UInt8])
        case sink(any BodySink)
        case refused(BodyRefusal)
    }

    private var state: State
    /// Bytes that came after the refusal.
    private(set) var discardedByteCount = 0

    init(plan: BodyPlan) {
        switch plan {
        case .memory(let maximum): state = .memory(maximumByteCount: maximum, bytes: [])
        case .sink(let sink): state = .sink(sink)
        case .refuse(let response): state = .refused(BodyRefusal(response))
        }
    }

    /// The answer that the client will get, where the body is already refused.
    var refusal: BodyRefusal? {
        if case .refused(let refusal) = state { refusal } else { nil }
    }

    mutating func write(_ chunk: UnsafeRawBufferPointer) {
        switch state {
        case .memory(let maximum, var bytes):
            // The array must have one owner while it grows.
            state = .memory(maximumByteCount: maximum, bytes: [])
            guard chunk.count <= maximum - bytes.count else { return refuse(.tooLarge(maximum), chunk) }
            bytes.append(contentsOf: chunk)
            state = .memory(maximumByteCount: maximum, bytes: bytes)
        case .sink(let sink):
            do throws(BodyRefusal) { try sink.write(chunk) } catch { refuse(error, chunk) }
        case .refused: discardedByteCount += chunk.count
        }
    }

    /// The body, once all of it has come.
    mutating func finish() -> Result<HTTPBody, BodyRefusal> {
        switch state {
        case .memory(_, let bytes): return .success(.bytes(bytes))
        case .refused(let refusal): return .failure(refusal)
        case .sink(let sink):
            do throws(BodyRefusal) {
                try sink.finish()
                return .success(.received(sink))
            } catch {
                return .failure(error)
            }
        }
    }

    private mutating func refuse(_ refusal: BodyRefusal, _ chunk: UnsafeRawBufferPointer) {
        state = .refused(refusal)
        discardedByteCount += chunk.count
    }
}

extension BodyRefusal {
    fileprivate static func tooLarge(_ maximum: Int) -> BodyRefusal {
        let text = "The body is longer than \(maximum) bytes.\n"
        return BodyRefusal(HTTPResponse(status: 413, contentType: "text/plain", text: text))
    }
}
