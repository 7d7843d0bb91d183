package import LocalHTTP

extension S3Service: RoutedService {
    package func bodyPlan(for head: HTTPRequest, _ context: ActionContext) -> BodyPlan {
        bodyPlan(for: head)
    }

    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        handle(request, context: context, reply: reply)
    }
}
