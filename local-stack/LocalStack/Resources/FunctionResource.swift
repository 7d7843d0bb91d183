import CloudTemplate
import LocalLambda

/// `AWS::Serverless::Function`: an executable `bootstrap` in the folder `CodeUri`.
struct FunctionResource: Sendable {
    let logicalID: String
    let definition: FunctionDefinition
    let eventSources: [EventSourceResource]

    /// Reads a function; relative folders count from `directory`.
    init?(_ resource: StackResource, _ reader: PropertyReader, directory: String, addresses: LocalAddresses) {
        logicalID = resource.logicalID
        let name = resource.identity.name
        reader.acknowledge("FunctionName", "Description")
        _ = reader.word("PackageType", of: ["Zip"])
        _ = reader.word("Runtime", of: ["provided", "provided.al2", "provided.al2023"])
        let code = reader.requiredText("CodeUri")
        let handler = reader.text("Handler") ?? "bootstrap"
        let timeout = reader.integer("Timeout", in: 1...900) ?? 3
        let memory = reader.integer("MemorySize", in: 128...10_240) ?? 128
        let concurrency = reader.integer("ReservedConcurrentExecutions", in: 0...1_000)
        let variables = Self.variables(reader.reader("Environment")?.reader("Variables"), addresses)
            .merging(Self.logging(reader.reader("LoggingConfig"))) { own, _ in own }
        eventSources = (reader.reader("Events")?.namedReaders() ?? []).compactMap { event in
            EventSourceResource(event: event.name, event.reader, of: resource)
        }
        guard let code else { return nil }
        definition = FunctionDefinition(
            name: name,
            codeDirectory: code.hasPrefix("/") ? code : directory + code,
            handler: handler,
            timeout: .seconds(timeout),
            memoryMegabytes: memory,
            environment: variables,
            maximumConcurrency: concurrency
        )
    }

    /// What Lambda tells a function of its logging configuration.
    private static func logging(_ reader: PropertyReader?) -> [String: String] {
        let format = reader?.word("LogFormat", of: ["JSON", "Text"])
        let level = reader?.word(
            "ApplicationLogLevel",
            of: ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]
        )
        return ["AWS_LAMBDA_LOG_FORMAT": format, "AWS_LAMBDA_LOG_LEVEL": level].compactMapValues(\.self)
    }

    private static func variables(_ reader: PropertyReader?, _ addresses: LocalAddresses) -> [String: String]
    {
        let pairs = (reader?.names ?? []).map { name in
            // An empty text is a value, although it is no `text`.
            (name, addresses.local(reader?.node(name)?.scalar?.text ?? ""))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
