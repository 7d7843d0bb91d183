/// The variables of a function's process (AWS, "Using Lambda environment variables").
struct EnvironmentVariables {
    let function: FunctionDefinition
    let settings: LambdaSettings
    let runtimeAPIPort: UInt16
    let logStream: String

    /// The function's own variables may change the unreserved ones, not the reserved.
    var all: [String: String] {
        unreserved
            .merging(function.environment) { _, own in own }
            .merging(reserved) { _, reserved in reserved }
    }

    private var unreserved: [String: String] {
        var variables = [
            "LANG": "en_US.UTF-8",
            "TZ": ":UTC",
            "PATH": "/usr/local/bin:/usr/bin:/bin:/opt/bin",
            "LD_LIBRARY_PATH": "\(function.codeDirectory):\(function.codeDirectory)/lib",
            "HOME": "/tmp",
        ]
        variables["AWS_ENDPOINT_URL"] = settings.endpointURL
        return variables
    }

    private var reserved: [String: String] {
        var variables = [
            "_HANDLER": function.handler,
            "AWS_REGION": settings.region,
            "AWS_DEFAULT_REGION": settings.region,
            "AWS_LAMBDA_FUNCTION_NAME": function.name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": String(function.memoryMegabytes),
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/\(function.name)",
            "AWS_LAMBDA_LOG_STREAM_NAME": logStream,
            "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:\(runtimeAPIPort)",
            "AWS_ACCESS_KEY_ID": settings.accessKeyID,
            "AWS_SECRET_ACCESS_KEY": settings.secretAccessKey,
            "LAMBDA_TASK_ROOT": function.codeDirectory,
            "LAMBDA_RUNTIME_DIR": "/var/runtime",
        ]
        variables["AWS_SESSION_TOKEN"] = settings.sessionToken
        return variables
    }
}
