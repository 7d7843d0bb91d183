import CommandLineOptions
import Testing

@testable import LocalStack

struct ArgumentTests {
    @Test func `serve has defaults for everything`() throws {
        guard case .serve(let options) = try CommandLineRequest.read(["serve"]) else {
            Issue.record("not serve")
            return
        }
        #expect(options.port == 4566)
        #expect(options.httpsPort == nil)
        #expect(options.state == ".local-stack")
        #expect(options.template.template == "template.yaml")
        #expect(options.template.parameters == [:])
        #expect(options.template.region == "us-east-1")
    }

    @Test(arguments: [
        [
            "serve", "--port", "0", "--https-port=8443", "--state", "s", "--template=t", "--parameter",
            "A=b=c", "--parameter", "D=", "--region", "eu-west-1",
        ],
        [
            "serve", "--parameter=D=", "--region=eu-west-1", "--template", "t", "--parameter=A=b=c",
            "--https-port", "8443", "--state=s", "--port=0",
        ],
    ])
    func `options may stand in any order, with a space or an equals sign`(arguments: [String]) throws {
        guard case .serve(let options) = try CommandLineRequest.read(arguments) else {
            Issue.record("not serve")
            return
        }
        #expect(options.port == 0)
        #expect(options.httpsPort == 8443)
        #expect(options.state == "s")
        #expect(options.template.template == "t")
        #expect(options.template.parameters == ["A": "b=c", "D": ""])
        #expect(options.template.region == "eu-west-1")
    }

    @Test(arguments: [
        ([], ["a command is missing: serve, validate"]),
        (["--port", "1"], ["a command is missing: serve, validate"]),
        (["start"], ["“start” is no command; there are serve, validate"]),
        (["serve", "--port"], ["--port needs a value: --port N"]),
        (["serve", "--port", "--state", "x"], ["--port needs a value: --port N"]),
        (["serve", "--port", "65536"], ["--port is a whole number from 0 to 65535, not “65536”"]),
        (["serve", "--port", "+80"], ["--port is a whole number from 0 to 65535, not “+80”"]),
        (["serve", "--port", "1", "--port", "2"], ["--port is given twice"]),
        (["serve", "--parameter", "x"], ["--parameter is NAME=VALUE, not “x”"]),
        (["serve", "--parameter", "=x"], ["--parameter is NAME=VALUE, not “=x”"]),
        (["serve", "--parameter", "a=1", "--parameter", "a=2"], ["--parameter names a twice"]),
        (["serve", "--region", "mars"], ["--region is a region's name, such as eu-west-1, not “mars”"]),
        (["serve", "--state="], ["--state needs a value: --state DIR"]),
        (["validate", "--port", "1"], ["--port is not known", "“1” is not known"]),
        (
            ["serve", "--port", "x", "--https-port", "y", "extra"],
            [
                "--port is a whole number from 0 to 65535, not “x”",
                "--https-port is a whole number from 0 to 65535, not “y”",
                "“extra” is not known",
            ]
        ),
    ])
    func `all problems of a command line are found at once`(arguments: [String], problems: [String]) {
        let error = #expect(throws: UsageError.self) { try CommandLineRequest.read(arguments) }
        #expect(error?.problems == problems)
    }

    @Test(arguments: [
        (["--help"], "usage: local-stack COMMAND"), (["-h"], "usage: local-stack COMMAND"),
        (["help"], "--end-with-parent"), (["serve", "--help"], "usage: local-stack serve"),
        (["validate", "--nonsense", "--help"], "usage: local-stack validate"),
    ])
    func `help is given wherever it is asked for`(arguments: [String], words: String) throws {
        guard case .text(let text) = try CommandLineRequest.read(arguments) else {
            Issue.record("no text")
            return
        }
        #expect(text.contains(words))
    }
}
