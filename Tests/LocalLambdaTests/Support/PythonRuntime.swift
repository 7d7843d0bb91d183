/// The source of a minimal runtime over raw HTTP, which shares no line with the functions' own.
enum PythonRuntime {
    /// A whole runtime around a handler.
    static func source(handler: String) -> String {
        preamble + handler + "\n" + loop
    }

    /// A program that makes single calls and says what it is answered.
    static func source(script: String) -> String {
        preamble + script
    }

    private static let preamble = """
        import fcntl, http.client, json, os, signal, sys, time
        def connect():
            return http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
        def call(method, path, body=None, headers={}, connection=None):
            connection = connection or connect()
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        api = "/2018-06-01/runtime/"
        def show(*arguments, **named):
            status, headers, body = call(*arguments, **named)
            print(status, body.decode(), flush=True)
            return headers
        def next():
            _, headers, _ = call("GET", api + "invocation/next")
            return headers["Lambda-Runtime-Aws-Request-Id"]

        """

    private static let loop = """
        connection = connect()
        while True:
            _, headers, event = call("GET", api + "invocation/next", connection=connection)
            headers = {name.lower(): value for name, value in headers.items()}
            id = headers["lambda-runtime-aws-request-id"]
            try:
                answer, action = handle(event, headers), "response"
            except Exception as error:
                answer = json.dumps({"errorType": type(error).__name__, "errorMessage": str(error)}).encode()
                action = "error"
            call("POST", api + "invocation/" + id + "/" + action, answer, connection=connection)

        """
}
