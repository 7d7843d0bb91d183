import CommandLineOptions
import StageContracts

/// `dip process`: renditions of a picture.
enum ProcessCommand: Command {
    static let description = CommandDescription(
        name: "dip process",
        argument: ArgumentDescription("PHOTO", isOptional: true),
        summary: "Makes renditions of a picture, or a whole gallery.",
        discussion: """
            PHOTO is a file of this machine or an http(s) address. What to make is said by --preset, by --rendition, or by
            a request in a file; options are set over what that file says. Without --wait the request's id is printed as
            soon as it is accepted, and the work goes on by itself.

            A rendition has a name and what the API's request has for it: width, height, fit, format, quality, …
            Lists are written with a plus: metadata=copyright+camera.
            """,
        options: [
            DipOptions.preset.description, DipOptions.renditions.description, DipOptions.request.description,
        ] + DipOptions.submitting + DipOptions.general,
        examples: [
            (
                "A gallery's versions, into a folder",
                "dip process photo.jpg --preset gallery --wait --output gallery"
            ),
            (
                "Two renditions of your own",
                "dip process photo.jpg --wait --output out \\\n"
                    + "    --rendition name=thumb,width=200,height=200,fit=cover,format=webp \\\n"
                    + "    --rendition name=large,width=1600,format=jpeg,quality=85"
            ),
            (
                "In a script: ask now, look later",
                "id=$(dip process photo.jpg --preset gallery --quiet); dip watch \"$id\" --json"
            ),
            ("A request that you keep in a file", "dip process photo.jpg --request request.json --wait"),
        ],
        notes: Help.exitStatus
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(CommandError) -> Int32 {
        var request = try RequestBuilder(arguments)
        let renditions = arguments[DipOptions.renditions]
        if !renditions.isEmpty { request.set("renditions", .array(renditions)) }
        return try RequestSubmission(arguments: arguments, session: session).run(request)
    }
}
