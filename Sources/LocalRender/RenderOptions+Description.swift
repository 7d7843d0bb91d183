import CommandLineOptions

extension RenderOptions {
    static let request = CommandOption.text(
        "--request",
        "FILE",
        """
        the request as POST /process-file takes it; - reads it from standard input. What it says of the source and of who \
        is told is passed over
        """
    ).required()

    static let output = CommandOption.text(
        "--output",
        "DIR",
        "where the outputs go; made if missing. They appear at the end, when all are made"
    ).required()

    static let json = CommandOption.flag(
        "--json",
        "a report for programs instead of a table; {\"error\": ...} where there are no outputs"
    )

    static let timeout = CommandOption.number(
        "--timeout",
        "SECONDS",
        "gives up on the image work after that time (600)",
        in: 1...(.max)
    ).otherwise(600)

    /// The command, as it is read and as `--help` tells it.
    static let description = CommandDescription(
        name: "render",
        argument: ArgumentDescription("INPUT", help: "a JPEG, PNG or WebP; it is never written to"),
        summary: """
            render makes what a request asks for out of a picture on this machine: the image work of the pipeline's
            preprocessor and file processor, byte for byte, without any cloud.
            """,
        options: [request.description, output.description, json.description, timeout.description],
        examples: [
            (
                "Writes out/small.webp and out/square.jpg",
                """
                echo '{"renditions": [{"name": "small", "width": 400, "format": "webp"},
                                        {"name": "square", "width": 300, "height": 300, "fit": "cover", "format": "jpeg"}]}' |
                    render --request - --output out photo.jpg
                """
            )
        ],
        notes: """
            A preset ({"preset": "gallery"}) and a puzzle
            ({"puzzle": {"rows": 6, "columns": 8, "width": 1600, "height": 1200}}) work too; a puzzle's files go to
            DIR/puzzle. The logo of a watermark ({"image": {"key": "uploads/logo.png"}}) is read from logo.png,
            texts are set in the font file that WATERMARK_FONT names (DejaVu Sans).

            exit status:  0  all outputs are there
                          1  the picture cannot be used, or a file cannot be read or written; standard error begins with
                             a stable code: damaged_image, unsupported_format, too_many_pixels, ...
                          2  the request or the command line is wrong; standard error lists every problem
            """
    )
}
