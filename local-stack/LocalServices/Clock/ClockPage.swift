import Dispatch
import LocalHTTP
import LocalServiceKit
import LocalStore

/// `/_aws/clock`: the time that the services go by, so that a test sees today what happens in a month.
///
/// `GET` says it in milliseconds since 1970; `POST {"advanceSeconds": 86400}` moves it forward, up to ten years at once, and answers
/// after what has become due was done: objects, records and links that expire, messages that are seen again. Functions and clients
/// keep the machine's time, and may sign by it: a link that was signed before the move has aged by it, one that is signed after the
/// answer is new. (Links of Signature Version 2 do not say when they were signed, only when they end, by the services' time.) The
/// stack's next start begins at the machine's time again.
struct ClockPage: ControlPage {
    static let path = "/_aws/clock"
    let clock: any WallClock
    let writer: StateWriter

    private static let possibleSeconds = 1...10 * 365 * 86_400

    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        switch request.method {
        case "GET": reply.send(answer)
        case "POST":
            guard let seconds = Self.seconds(in: request), Self.possibleSeconds.contains(seconds) else {
                return reply.send(Self.refusal)
            }
            clock.advance(by: .seconds(seconds))
            // Timers that are due run before what is queued after them.
            writer.perform { _ in
            } then: { result in
                let response = result.isSuccess ? answer : .failedPage
                guard clock.settlingTime > .zero else { return reply.send(response) }
                let delay = DispatchTimeInterval.milliseconds(Int(clock.settlingTime / .milliseconds(1)) + 1)
                DispatchQueue.global().asyncAfter(deadline: .now() + delay) { reply.send(response) }
            }
        default: reply.send(HTTPResponse(status: 405, headers: ["Allow": "GET, POST"]))
        }
    }

    private var answer: HTTPResponse { .page(["now": .number(String(clock.now.milliseconds))]) }

    private static func seconds(in request: HTTPRequest) -> Int? {
        guard case .bytes(let body) = request.body, let document = try? WireValue(json: body),
            case .number(let text)? = document.object?["advanceSeconds"]
        else { return nil }
        return Int(text)
    }

    private static let refusal = HTTPResponse(
        status: 400,
        contentType: "text/plain",
        text: "Send {\"advanceSeconds\": n} with a whole number from 1 to \(possibleSeconds.upperBound).\n"
    )
}
