// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/CorsHandler.h"

#include <utility>

namespace http {

namespace {

/// Passes everything on and adds the fields to the head of the answer.
class CorsExchange final : public Exchange
{
public:
    CorsExchange(ExchangePtr exchange, Cors cors, HeaderValue exposed)
        : m_exchange(std::move(exchange))
        , m_cors(std::move(cors))
        , m_exposed(std::move(exposed))
    {}

    const Request &request() const override { return m_exchange->request(); }
    core::ByteSource &content() override { return m_exchange->content(); }
    void respond(Response response) override
    {
        m_exchange->respond(withFields(std::move(response)));
    }
    bool isAnswered() const override { return m_exchange->isAnswered(); }
    void beginStream(Response head) override
    {
        m_exchange->beginStream(withFields(std::move(head)));
    }
    void beginSizedStream(Response head, std::uint64_t size) override
    {
        m_exchange->beginSizedStream(withFields(std::move(head)), size);
    }
    bool writeStream(std::string_view piece) override { return m_exchange->writeStream(piece); }
    void endStream() override { m_exchange->endStream(); }
    core::Task<bool> drained() override { return m_exchange->drained(); }
    void setRoute(std::string_view name) override { m_exchange->setRoute(name); }
    core::Cancellation cancellation() const override { return m_exchange->cancellation(); }

private:
    Response withFields(Response response) const
    {
        m_cors.addTo(response.headers, request().headers, m_exposed);
        return response;
    }

    ExchangePtr m_exchange;
    Cors m_cors;
    HeaderValue m_exposed;
};

core::Task<void> respondTo(ExchangePtr exchange, Response response)
{
    exchange->respond(std::move(response));
    co_return;
}

} // namespace

Handler withCors(Handler handler, Cors cors, HeaderValue exposed)
{
    return [handler = std::move(handler), cors = std::move(cors),
            exposed = std::move(exposed)](ExchangePtr exchange) {
        return handler(std::make_shared<CorsExchange>(std::move(exchange), cors, exposed));
    };
}

Handler corsPreflight(Cors cors, HeaderValue methods, HeaderValue allowedHeaders)
{
    return [cors = std::move(cors), methods = std::move(methods),
            allowedHeaders = std::move(allowedHeaders)](ExchangePtr exchange) {
        const Request &request = exchange->request();
        auto response = Cors::isPreflight(request)
                            ? cors.preflight(request.headers, methods, allowedHeaders)
                            : Response(204).with("Allow", methods);
        return respondTo(std::move(exchange), std::move(response));
    };
}

} // namespace http
