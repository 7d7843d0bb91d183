/// A function as the Lambda API shows it (`FunctionConfiguration`).
struct FunctionView: Encodable {
    struct Environment: Encodable {
        let variables: [String: String]

        private enum CodingKeys: String, CodingKey {
            case variables = "Variables"
        }
    }

    let functionName: String
    let functionArn: String
    let runtime = "provided.al2023"
    let handler: String
    let timeout: Int64
    let memorySize: Int
    let environment: Environment
    let version = "$LATEST"
    let packageType = "Zip"
    let state = "Active"
    let lastUpdateStatus = "Successful"

    private enum CodingKeys: String, CodingKey {
        case functionName = "FunctionName"
        case functionArn = "FunctionArn"
        case runtime = "Runtime"
        case handler = "Handler"
        case timeout = "Timeout"
        case memorySize = "MemorySize"
        case environment = "Environment"
        case version = "Version"
        case packageType = "PackageType"
        case state = "State"
        case lastUpdateStatus = "LastUpdateStatus"
    }

    init(_ function: FunctionDefinition, arn: String) {
        functionName = function.name
        functionArn = arn
        handler = function.handler
        timeout = function.timeout.components.seconds
        memorySize = function.memoryMegabytes
        environment = Environment(variables: function.environment)
    }
}
