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

    @Test(
        arguments: [
            ([], ["a command is missing"]),
            (["--port", "1"], ["a command is missing"]),
            (["start"], ["start is no command"]),
            (["serve", "--port"], ["--port needs a value"]),
            (["serve", "--port", "--state", "x"], ["--port needs a value"]),
            (["serve", "--port", "65536"], ["--port has to be a number from 0 to 65535, not \"65536\""]),
            (["serve", "--port", "+80"], ["--port has to be a number from 0 to 65535, not \"+80\""]),
            (["serve", "--port", "1", "--port", "2"], ["--port is given more than once"]),
            (["serve", "--parameter", "x"], ["--parameter has to be Name=Value, not \"x\""]),
            (["serve", "--parameter", "=x"], ["--parameter has to be Name=Value, not \"=x\""]),
            (["serve", "--parameter", "a=1", "--parameter", "a=2"], ["--parameter names a more than once"]),
            (["serve", "--region", "mars"], ["--region has to be a region's name, not \"mars\""]),
            (["serve", "--state="], ["--state has to be a folder"]),
            (["validate", "--port", "1"], ["--port is not known", "1 is not known"]),
            (
                ["serve", "--port", "x", "--https-port", "y", "extra"],
                [
                    "--port has to be a number from 0 to 65535, not \"x\"",
                    "--https-port has to be a number from 0 to 65535, not \"y\"",
                    "extra is not known",
                ]
            ),
        ] as [([String], [String])]
    )
    func `all problems of a command line are found at once`(arguments: [String], problems: [String]) {
        #expect(throws: ArgumentError(problems: problems)) { try CommandLineRequest.read(arguments) }
    }

    @Test(arguments: [
        ["--help"], ["-h"], ["help"], ["serve", "--help"], ["validate", "--nonsense", "--help"],
    ])
    func `help is given wherever it is asked for`(arguments: [String]) throws {
        #expect(try CommandLineRequest.read(arguments) == .help)
    }
}
