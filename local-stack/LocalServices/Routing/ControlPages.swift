import LocalHTTP
import LocalServiceKit

/// The local stack's own pages below `/_aws/`.
struct ControlPages: RoutedService {
    let pages: [any ControlPage]

    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        let page = pages.first { page in
            let path = type(of: page).path
            return request.rawPath == path || request.rawPath.hasPrefix(path + "/")
        }
        guard let page else {
            let text = "The local stack has no page \(request.rawPath).\n"
            return reply.send(HTTPResponse(status: 404, contentType: "text/plain", text: text))
        }
        page.handle(request, context, reply: reply)
    }
}
