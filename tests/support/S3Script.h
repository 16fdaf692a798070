// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace support {

/// The steps of a ScriptedServer for a request to S3 as it is sent byte for byte, up to its body.
inline std::string s3Request(const std::string &line, const std::string &contentType = {},
                             int length = -1)
{
    std::string script = "C: " + line
                         + " HTTP/1.1\nC: Host: 127.0.0.1:{{*}}\nC: User-Agent: test/1\n"
                           "C: Accept: */*\n";
    if (!contentType.empty())
        script += "C: content-type: " + contentType + "\n";
    script += "C: x-amz-content-sha256: {{*}}\nC: x-amz-date: {{*}}\nC: Authorization: {{*}}\n";
    if (length >= 0)
        script += "C: Content-Length: " + std::to_string(length) + "\n";
    return script + "C: \n";
}

/// Those for its answer; `fields` are whole lines.
inline std::string s3Answer(const std::string &status, const std::string &body = {},
                            const std::string &fields = {})
{
    return "S: HTTP/1.1 " + status + "\n" + fields
           + "S: Content-Length: " + std::to_string(body.size()) + "\nS: \n"
           + (body.empty() ? "" : "S-RAW: " + body + "\n");
}

} // namespace support
