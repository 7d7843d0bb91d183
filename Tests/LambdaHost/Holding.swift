import Glibc
import LocalLambda

/// A process that runs functions until it is killed; a test looks at what is left of it then.
struct Holding {
    let folder: String
    let payloads: [String]

    func run() -> Never {
        let pool = FunctionPool([
            FunctionDefinition(name: "fn", codeDirectory: folder, timeout: .seconds(600))
        ])
        for payload in payloads {
            pool.invoke(Invocation(functionName: "fn", payload: Array(payload.utf8))) { _ in }
        }
        while true { pause() }
    }
}
