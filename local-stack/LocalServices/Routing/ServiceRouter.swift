import FoundationEssentials
package import LocalHTTP
import LocalServiceKit
import LocalStore

/// Hands the requests of one port to the services.
package final class ServiceRouter: HTTPHandler {
    private let services: [ServiceName: any RoutedService]
    private let origin: RequestOrigin
    private let home: Location
    /// The one service that the caller named; without it, requests say which they are for.
    private let serviceName: String?

    init(
        services: [ServiceName: any RoutedService],
        origin: RequestOrigin,
        home: Location,
        only serviceName: String? = nil
    ) {
        self.services = services
        self.origin = origin
        self.home = home
        self.serviceName = serviceName
    }

    /// What the service does with the body.
    package func bodyPlan(for head: HTTPRequest) -> BodyPlan {
        guard let name = name(of: head), let service = services[name] else {
            return .memory(maximumByteCount: 17 << 20)
        }
        return service.bodyPlan(for: head, context(of: head))
    }

    /// Has the service answer.
    package func handle(_ request: HTTPRequest, reply: Reply) {
        var name = name(of: request)
        if name == .form { name = service(ofForm: request) }
        let context = context(of: request)
        guard let name, let service = services[name] else {
            return reply.send(Self.notImplemented(serviceName ?? name?.rawValue ?? "", context))
        }
        service.handle(request, context, reply: reply)
    }

    private func name(of head: HTTPRequest) -> ServiceName? {
        guard let serviceName else { return ServiceName(of: head) }
        return ServiceName(scope: serviceName)
    }

    private func context(of request: HTTPRequest) -> ActionContext {
        let authorization = try? Authorization(of: request)
        let key = authorization?.accessKeyID ?? ""
        let host = request.headers["Host"] ?? "localhost:\(request.port)"
        var context = ActionContext(
            location: Location(
                account: Location.isAccount(key) ? key : home.account,
                region: authorization?.region ?? home.region
            ),
            requestID: UUID.new,
            baseURL: "\(request.isSecure ? "https" : "http")://\(host)"
        )
        context.origin = origin
        return context
    }

    /// The service whose version the form gives; S3 has no forms of this type, so that SQS answers the rest.
    private func service(ofForm request: HTTPRequest) -> ServiceName {
        let form = QueryProtocol.form(of: request)
        switch form?["Version"]?.text {
        case "2010-03-31": return .sns
        case "2010-12-01": return .ses
        case "2011-06-15": return .sts
        case "2012-11-05": return .sqs
        default: break
        }
        let action = form?["Action"]?.text ?? ""
        let names: [ServiceName] = [.sns, .ses, .sts]
        return names.first { services[$0]?.hasAction(action) == true } ?? .sqs
    }

    private static func notImplemented(_ name: String, _ context: ActionContext) -> HTTPResponse {
        HTTPResponse(
            status: 501,
            headers: ["Content-Type": "text/plain", "x-amzn-RequestId": context.requestID],
            body: .bytes(Array("The local stack has no service \(name).\n".utf8))
        )
    }
}
