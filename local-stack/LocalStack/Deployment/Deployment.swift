import CloudTemplate
import LocalEventStreams
import LocalGateway
import LocalHTTP
import LocalServiceKit
import LocalServices
import LocalStore

import struct FoundationEssentials.UUID

/// Makes of a plan what can be called.
struct Deployment {
    let plan: StackPlan
    let services: ServiceStack
    private let dispatch: ServiceClient.Dispatch

    init(_ plan: StackPlan, _ services: ServiceStack) {
        self.plan = plan
        self.services = services
        dispatch = { service, request, then in
            services.router(of: service).dispatch(request, then: then)
        }
    }

    /// Makes all resources; what becomes of those of an earlier start, `PlannedResource` says.
    ///
    /// Throws `StartFailure.machine` naming the resource that a service refuses, and why.
    func deploy() throws(StartFailure) {
        let client = ServiceClient(
            dispatch: dispatch,
            endpoint: plan.settings.endpoint,
            accountID: plan.settings.accountID
        )
        do throws(DeploymentFailure) {
            for resource in plan.resources { try resource.deploy(client) }
        } catch {
            throw .machine("\(error.logicalID) cannot be made: \(error.reason)")
        }
        do throws(ServiceError) {
            try services.eventStreams.setSources(streams.map(EventStreamSource.init))
        } catch {
            throw .machine("the streams of events cannot be made: \(error.message)")
        }
    }

    private func pages(_ functions: FunctionHost) -> [any Page] {
        let descriptions = plan.apis.map { DescriptionPage($0.description, stage: $0.settings.stage) }
        return [HealthPage(), MetricsPage(store: functions.metrics)] + descriptions
            + plan.pages.map(FolderPage.init)
    }

    private var streams: [EventStreamDefinition] { plan.apis.flatMap(\.definition.eventStreams) }

    /// Where requests go from now on.
    func routes(functions: FunctionHost) -> EdgeRoutes {
        let surroundings = RestAPISurroundings(
            dispatch: { [services] target, request, then in
                let router = services.router(of: target.service, inTheNameOf: target.roleARN)
                router.dispatch(request, then: then)
            },
            now: { [clock = services.clock] in Int64(clock.now.milliseconds) },
            makeRequestID: { UUID().uuidString.lowercased() },
            report: { Console.complain($0) },
            watch: { [events = services.eventStreams] stream, value, lastEventID, reply in
                events.open(EventStreamSource(stream), value: value, lastEventID: lastEventID, then: reply)
            }
        )
        return EdgeRoutes(
            pages: pages(functions),
            functions: functions.api,
            apis: plan.apis.map { RestAPI($0.definition, $0.settings, surroundings) },
            services: services.publicRouter,
            buckets: Set(plan.resources.compactMap { ($0 as? BucketResource)?.name })
        )
    }
}
