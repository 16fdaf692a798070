// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plan.h"

#include <stdexcept>
#include <string_view>

namespace load {

namespace {

Plan::Protocol protocolNamed(std::string_view name)
{
    if (name == "imap")
        return Plan::Protocol::Imap;
    if (name == "http")
        return Plan::Protocol::Http;
    if (name == "stdio")
        return Plan::Protocol::Stdio;
    throw std::runtime_error("the plan has no protocol that is known");
}

void replaceAll(std::string &text, std::string_view from, const std::string &to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The last ten digits.
std::string padded(std::uint64_t number)
{
    constexpr std::size_t digits = 10;
    const auto text = std::string(digits, '0') + std::to_string(number);
    return text.substr(text.size() - digits);
}

} // namespace

Plan Plan::parse(const nlohmann::json &description)
{
    Plan plan;
    plan.protocol = protocolNamed(description.at("protocol").get<std::string>());
    plan.sessions = description.value("cold", false) ? Sessions::Cold : Sessions::Warm;
    plan.workers = description.at("workers").get<std::size_t>();
    plan.warmUp = std::chrono::milliseconds(description.at("warmUp").get<int>());
    plan.duration = std::chrono::milliseconds(description.at("duration").get<int>());
    plan.requests = description.value("requests", std::uint64_t{0});
    plan.interval = std::chrono::milliseconds(description.value("interval", 0));
    plan.rotates = description.value("rotates", false);
    plan.cycle = description.value("cycle", std::uint64_t{1});
    plan.endpoint.host = description.value("host", "localhost");
    plan.endpoint.port = description.value("port", std::uint16_t{0});
    plan.endpoint.authorityFile = description.value("authorityFile", "");
    for (const auto &login : description.value("logins", nlohmann::json::array()))
        plan.logins.push_back({.user = login.at("user"), .password = login.at("password")});
    plan.prelude = description.value("prelude", std::vector<std::string>());
    plan.flights = description.value("flights", std::vector<Flight>());
    plan.heads = description.value("heads", std::vector<std::string>());
    plan.body = description.value("body", "");
    plan.status = description.value("status", 200);
    plan.expected = description.value("expected", "");
    plan.command = description.value("command", std::vector<std::string>());
    return plan;
}

Numbering::Numbering(std::uint64_t cycle)
    : m_cycle(cycle)
    , m_run(padded(
          static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count())))
{}

std::string Numbering::fill(std::string text, std::uint64_t number) const
{
    if (text.find("{{") == std::string::npos)
        return text;
    replaceAll(text, "{{n}}", m_run + padded(number));
    replaceAll(text, "{{m}}", std::to_string(1 + number % m_cycle));
    return text;
}

} // namespace load
