import CloudTemplate
import LocalLambda

/// Reads resources one by one; each type has a file of its own.
struct StackPlanBuilder {
    private let stack: Stack
    private let directory: String
    private let addresses: LocalAddresses
    private let problems = ProblemList()
    private var resources: [any PlannedResource] = []
    private var functions: [FunctionResource] = []
    private var eventSources: [EventSourceResource] = []
    private var apis: [APIResource] = []
    private var notActedOn: NotActedOn

    init(_ stack: Stack, directory: String) {
        self.stack = stack
        self.directory = directory
        addresses = LocalAddresses(stack)
        notActedOn = NotActedOn(sections: stack.unusedSections)
    }

    /// Reads a resource; one of a type that is not known here is put on the list.
    mutating func add(_ resource: StackResource) {
        let reader = PropertyReader(resource.properties, problems: problems)
        if read(resource, reader) {
            notActedOn.add(resource.unusedAttributes + reader.leftovers, of: resource)
        } else {
            notActedOn.add(resource)
        }
    }

    /// The plan.
    ///
    /// Throws `TemplateError` if any property could not be used.
    func plan() throws(TemplateError) -> StackPlan {
        checkFunctionsOfMappings()
        let pages = PageDefinition.all(of: stack, directory: directory, problems: problems)
        try problems.throwIfAny()
        let outputs = stack.outputs.map {
            StackOutput(name: $0.name, description: $0.description, value: addresses.local($0.value))
        }
        return StackPlan(
            settings: stack.settings,
            resources: resources,
            functions: functions,
            eventSources: eventSources + functions.flatMap(\.eventSources),
            apis: apis,
            outputs: outputs,
            pages: pages,
            notActedOn: notActedOn
        )
    }

    private mutating func read(_ resource: StackResource, _ reader: PropertyReader) -> Bool {
        switch resource.type {
        case "AWS::S3::Bucket": resources.append(BucketResource(resource, reader))
        case "AWS::S3::BucketPolicy": append(BucketPolicyResource(resource, reader))
        case "AWS::SQS::Queue": resources.append(QueueResource(resource, reader))
        case "AWS::SNS::Topic": resources.append(TopicResource(resource, reader))
        case "AWS::SNS::Subscription": append(SubscriptionResource(resource, reader))
        case "AWS::DynamoDB::Table": append(TableResource(resource, reader))
        case "AWS::SES::EmailIdentity": resources.append(EmailIdentityResource(resource, reader))
        case "AWS::Lambda::EventSourceMapping": Self.append(EventSourceResource(reader), to: &eventSources)
        case "AWS::Serverless::Api":
            Self.append(
                APIResource(resource, reader, accountID: stack.settings.accountID),
                to: &apis
            )
        case "AWS::Serverless::Function":
            let function = FunctionResource(resource, reader, directory: directory, addresses: addresses)
            Self.append(function, to: &functions)
        default: return false
        }
        return true
    }

    private mutating func append(_ resource: (some PlannedResource)?) {
        if let resource { resources.append(resource) }
    }

    private static func append<Resource>(_ resource: Resource?, to resources: inout [Resource]) {
        if let resource { resources.append(resource) }
    }

    private func checkFunctionsOfMappings() {
        let names = Set(functions.map(\.definition.name))
        for source in eventSources where !names.contains(source.definition.functionName) {
            problems.add(
                source.mark,
                "the function \(source.definition.functionName) is none of the template's"
            )
        }
    }
}
