/// The text of `render --help`.
enum RenderHelp {
    static let text = """
        render makes what a request asks for out of a picture on this machine: the image work of the pipeline's
        preprocessor and file processor, byte for byte, without any cloud.

        Usage:  render --request FILE --output DIR [--json] [--timeout SECONDS] INPUT

          INPUT              a JPEG, PNG or WebP; it is never written to
          --request FILE     the request as POST /process-file takes it; - reads it from standard input. What it
                             says of the source and of who is told is passed over
          --output DIR       where the outputs go; made if missing. All appear together at the end, or none
          --json             a report for programs instead of a table; {"error": ...} where there are no outputs
          --timeout SECONDS  gives up on the image work after that time (600)

        Example:

          echo '{"renditions": [{"name": "small", "width": 400, "format": "webp"},
                                {"name": "square", "width": 300, "height": 300, "fit": "cover", "format": "jpeg"}]}' |
            render --request - --output out photo.jpg

          writes out/small.webp and out/square.jpg. A preset ({"preset": "gallery"}) and a puzzle
          ({"puzzle": {"rows": 6, "columns": 8, "width": 1600, "height": 1200}}) work too; a puzzle's files go to
          DIR/puzzle. The logo of a watermark ({"image": {"key": "logo.png"}}) is read from the file of that name,
          texts are set in the font file that WATERMARK_FONT names (DejaVu Sans).

        Exit status:  0  all outputs are there
                      1  the picture cannot be used, or a file cannot be read or written; standard error begins with
                         a stable code: damaged_image, unsupported_format, too_many_pixels, ...
                      2  the request or the command line is wrong; standard error lists every problem

        """
}
