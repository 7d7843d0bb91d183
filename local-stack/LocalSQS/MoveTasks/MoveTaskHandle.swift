import LocalJSON
import LocalServiceKit

/// What a client names a move task by; opaque to it.
struct MoveTaskHandle: Sendable {
    let id: String
    let source: String

    init(id: String, source: String) {
        self.id = id
        self.source = source
    }

    /// Reads a handle's text; throws for anything that was not given out.
    init(_ text: String) throws(ServiceError) {
        let object = Blob(base64: text).flatMap { try? WireValue(json: $0.bytes) }?.object
        guard let id = object?["taskId"]?.text, let source = object?["sourceArn"]?.text else {
            throw .invalidParameterValue("Value for parameter TaskHandle is invalid.")
        }
        self.init(id: id, source: source)
    }

    /// The handle's text.
    var text: String {
        Blob(JSONWriter.write(["taskId": .string(id), "sourceArn": .string(source)] as WireValue)).base64
    }
}
