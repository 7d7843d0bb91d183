// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// One C library of Debian's, with the shim that makes it callable from Swift.
func library(_ name: String, links: String...) -> Target {
    .target(name: name, linkerSettings: links.map { .linkedLibrary($0) })
}

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func executable(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func localStack(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "local-stack/\(name)", swiftSettings: strict)
}

/// A module of the local stack that is made of `LocalServiceKit`.
func service(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    localStack(name, ["LocalServiceKit"] + dependencies)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "distributed-image-processor",
    products: [
        .executable(name: "preprocessor", targets: ["Preprocessor"]),
        .executable(name: "file-processor", targets: ["FileProcessor"]),
        .executable(name: "notifier", targets: ["Notifier"]),
        .executable(name: "render", targets: ["Render"]),
        .executable(name: "local-stack", targets: ["LocalStack"]),
        .executable(name: "demo", targets: ["Demo"]),
        .executable(name: "dip", targets: ["Dip"]),
    ],
    targets: [
        library("CCurl", links: "curl"),
        library("CCrypto", links: "crypto"),
        library("CJPEG", links: "jpeg"),
        library("CPNG", links: "png16"),
        library("CInflate", links: "isal"),
        library("CWebP", links: "webp"),
        library("CLCMS", links: "lcms2"),
        // Headers only: the library itself is loaded when a text is drawn.
        .target(name: "CText", cSettings: [.unsafeFlags(["-I/usr/include/freetype2"])]),
        .target(name: "CPixels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
        library("CYAML", links: "yaml"),
        library("CLinux"),
        library("CSQLite", links: "sqlite3"),
        library("CMicroHTTPD", links: "microhttpd"),
        library("CIdentity", links: "crypto"),

        // What every function is made of; each line may use only the lines above it.
        .target(
            name: "StageContracts",
            resources: [.embedInCode("Configuration/pipeline.json")],
            swiftSettings: strict
        ),
        module("PipelineRuntime", ["CCurl", "CCrypto"]),
        module("PipelineStage", ["StageContracts", "PipelineRuntime"]),
        // Optimised in debug builds too: its tests decode, damage and compare thousands of pictures.
        .target(
            name: "Imaging",
            dependencies: ["CJPEG", "CPNG", "CInflate", "CWebP", "CLCMS", "CLinux", "CText", "CPixels"],
            swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
        ),
        module("Jigsaw", ["Imaging"]),
        module("RequestImaging", ["StageContracts", "Imaging", "Jigsaw"]),
        module("StageImaging", ["PipelineStage", "RequestImaging"]),
        executable("Preprocessor", ["StageImaging"]),
        executable("FileProcessor", ["StageImaging"]),
        executable("Notifier", ["PipelineStage"]),
        // How programs that people type read their command lines: no function uses it, so the local stack may, too.
        module("CommandLineOptions", []),
        module("LocalRender", ["RequestImaging", "CommandLineOptions"]),
        executable("Render", ["LocalRender"]),
        module("PipelineClient", ["StageContracts", "PipelineRuntime"]),
        executable("Demo", ["PipelineClient", "Imaging", "CommandLineOptions"]),
        executable("Dip", ["PipelineClient", "RequestImaging", "CommandLineOptions"]),

        // The local stack shares no Swift module with the functions: a shared mistake would cancel out.
        localStack("LocalJSON", []),
        localStack("LocalHTTP", ["CMicroHTTPD", "CIdentity", "CLinux"]),
        localStack("LocalStore", ["CSQLite"]),
        localStack("CloudTemplate", ["CYAML"]),
        // What a service is made of; then the services, each of which knows those in its line only.
        localStack("LocalServiceKit", ["LocalJSON", "LocalHTTP", "LocalStore", "CCrypto"]),
        service("LocalS3", ["LocalHTTP", "LocalStore"]),
        service("LocalDynamoDB", ["LocalJSON", "LocalHTTP", "LocalStore"]),
        service("LocalSES", ["LocalJSON", "LocalHTTP", "LocalStore"]),
        service("LocalSTS", ["LocalHTTP", "LocalStore"]),
        service("LocalSecretsManager", ["LocalHTTP", "LocalStore"]),
        service("LocalSQS", ["LocalJSON", "LocalHTTP", "LocalStore"]),
        service("LocalSNS", ["LocalSQS", "LocalJSON", "LocalHTTP", "LocalStore", "CIdentity"]),
        service("LocalEventStreams", ["LocalSNS", "LocalSQS", "LocalJSON", "LocalHTTP", "LocalStore"]),
        service(
            "LocalServices",
            [
                "LocalS3", "LocalDynamoDB", "LocalSES", "LocalSTS", "LocalSecretsManager", "LocalSQS",
                "LocalSNS", "LocalEventStreams", "LocalHTTP", "LocalStore",
            ]
        ),
        localStack("LocalGateway", ["LocalJSON", "LocalHTTP", "CloudTemplate"]),
        localStack("LocalLambda", ["LocalHTTP", "CLinux"]),
        .executableTarget(
            name: "LocalStack",
            dependencies: [
                "CloudTemplate", "CLinux", "LocalHTTP", "LocalStore", "LocalServiceKit", "LocalS3",
                "LocalSQS", "LocalEventStreams", "LocalServices", "LocalGateway", "LocalLambda",
                "CommandLineOptions",
            ],
            path: "local-stack/LocalStack",
            swiftSettings: strict
        ),

        .executableTarget(
            name: "PuzzleBench",
            dependencies: ["Jigsaw"],
            path: "Benchmarks/PuzzleBench",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "ImagingBench",
            dependencies: ["Imaging", "CJPEG", "CWebP"],
            path: "Benchmarks/ImagingBench",
            swiftSettings: strict
        ),

        // What tests of several modules use: the interpreter of the independent witnesses, a clock, AWS's cases of
        // signatures, processes to look at.
        .target(name: "Witnesses", path: "Tests/Witnesses", swiftSettings: strict),
        .target(
            name: "SigningVectors",
            path: "Tests/SigningVectors",
            exclude: ["signing-vectors.json"],
            swiftSettings: strict
        ),
        .target(
            name: "TestClock",
            dependencies: ["LocalStore"],
            path: "Tests/TestClock",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "LambdaHost",
            dependencies: ["LocalLambda"],
            path: "Tests/LambdaHost",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "ProbeFunction",
            dependencies: ["PipelineRuntime"],
            path: "Tests/ProbeFunction",
            swiftSettings: strict
        ),

        tests("StageContractsTests", ["StageContracts"], exclude: ["Golden"]),
        tests("PipelineRuntimeTests", ["PipelineRuntime", "SigningVectors"]),
        tests("PipelineClientTests", ["PipelineClient"]),
        tests("CommandLineOptionsTests", ["CommandLineOptions"]),
        tests("DipTests", ["Dip", "CommandLineOptions"]),
        tests(
            "PipelineStageTests",
            ["PipelineStage", "Preprocessor", "FileProcessor", "Notifier", "Imaging", "Jigsaw", "Witnesses"],
            exclude: ["Mail/mail_witness.py"]
        ),
        tests(
            "ImagingTests",
            ["Imaging", "CPixels", "Witnesses"],
            exclude: [
                "Support/pillow_witness.py", "Support/operations_witness.py", "Support/bombs.py",
                "Support/profiles.py", "Support/png_colours.py",
            ]
        ),
        tests("JigsawTests", ["Jigsaw", "Witnesses"], exclude: ["puzzle_witness.py"]),
        tests("LocalRenderTests", ["LocalRender", "Render", "Jigsaw"]),
        tests("LocalHTTPTests", ["LocalHTTP"]),
        tests("LocalStoreTests", ["LocalStore", "TestClock"]),
        tests("CloudTemplateTests", ["CloudTemplate"]),
        tests("LocalJSONTests", ["LocalJSON"]),
        tests("LocalServiceKitTests", ["LocalServiceKit", "TestClock", "SigningVectors"]),
        tests("LocalS3Tests", ["LocalS3", "TestClock"]),
        tests("LocalDynamoDBTests", ["LocalDynamoDB", "TestClock"]),
        // Those whose services pass messages on to each other.
        tests("LocalServicesTests", ["LocalServices", "TestClock"]),
        tests("LocalGatewayTests", ["LocalGateway"]),
        // What the front door refuses, held against what the first stage refuses.
        tests("FrontDoorTests", ["StageContracts", "LocalGateway"]),
        tests("LocalLambdaTests", ["LocalLambda", "LambdaHost", "ProbeFunction", "Witnesses", "CLinux"]),
        tests("LocalStackTests", ["LocalStack", "CommandLineOptions"]),
    ],
    swiftLanguageModes: [.v6]
)

// `make sanitize` and `make fuzz` build the imaging side alone, or even the engine alone, with all of it instrumented.
if let part = Context.environment["IMAGING_ALONE"] {
    var kept: Set = [
        "CJPEG", "CPNG", "CInflate", "CWebP", "CLCMS", "CLinux", "CText", "CPixels", "Imaging",
        "Witnesses", "ImagingTests",
    ]
    if part != "engine" {
        kept.formUnion([
            "StageContracts", "Jigsaw", "RequestImaging", "CommandLineOptions", "LocalRender", "Render",
            "JigsawTests",
            "LocalRenderTests",
        ])
    }
    package.products.removeAll { $0.name != "render" || part == "engine" }
    package.targets.removeAll { !kept.contains($0.name) }
    // It has libFuzzer's main function, which only `--sanitize fuzzer` links.
    if Context.environment["FUZZING"] != nil {
        package.targets.append(
            .executableTarget(
                name: "Fuzzing",
                dependencies: ["LocalRender", "Imaging"],
                path: "Tests/Fuzzing",
                exclude: ["seeds.py"],
                swiftSettings: strict
            )
        )
    }
}
