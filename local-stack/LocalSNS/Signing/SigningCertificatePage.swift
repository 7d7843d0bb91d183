import LocalHTTP
import LocalServiceKit
import LocalStore

/// `/_aws/sns/SimpleNotificationService-….pem`: the certificate by which receivers verify notifications.
struct SigningCertificatePage: ControlPage {
    static let path = "/_aws/sns"
    let writer: StateWriter

    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        writer.run { database throws(ServiceError) in
            try database.storedSigningIdentity()
        } then: { result in
            guard let identity = try? result.get(), request.rawPath == "\(Self.path)/\(identity.fileName)"
            else {
                let text = "There is no such certificate.\n"
                return reply.send(HTTPResponse(status: 404, contentType: "text/plain", text: text))
            }
            let type = "application/x-pem-file"
            reply.send(HTTPResponse(status: 200, contentType: type, text: identity.certificatePEM))
        }
    }
}
