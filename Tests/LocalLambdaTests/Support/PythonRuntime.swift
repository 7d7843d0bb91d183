/// The source of a minimal runtime over raw HTTP, which shares no line with the functions' own.
enum PythonRuntime {
    static func source(handler: String) -> String {
        preamble + handler + "\n" + loop
    }

    private static let preamble = """
        import http.client, json, os, signal, sys, time
        def connect():
            return http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
        def call(method, path, body=None, headers={}, connection=None):
            connection = connection or connect()
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        api = "/2018-06-01/runtime/"

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
