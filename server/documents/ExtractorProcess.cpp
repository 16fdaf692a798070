// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ExtractorProcess.h"

#include "core/Async.h"
#include "documents/Extraction.h"

#include <QProcess>
#include <QTimer>

#include <optional>
#include <utility>

namespace documents {

using Kind = ExtractorEnd::Kind;

namespace {

/// One run. It is a child of nobody and goes by deleteLater(), since it ends inside a signal.
class Run
{
public:
    Run(const std::string &program, const std::string &input)
        : m_process(new QProcess)
    {
        m_process->setProgram(QString::fromStdString(program));
        m_process->setWorkingDirectory(QStringLiteral("/"));
        // An empty environment would be taken for that of this process.
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
        m_process->setProcessEnvironment(environment);
        m_process->setStandardInputFile(QString::fromStdString(input));
        // What libraries complain about may be the words of the document.
        m_process->setStandardErrorFile(QProcess::nullDevice());
    }
    ~Run() { m_process->deleteLater(); }
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    core::Task<ExtractorEnd> run(std::chrono::milliseconds duration,
                                 core::Cancellation cancellation)
    {
        QObject::connect(m_process, &QProcess::readyReadStandardOutput, m_process,
                         [this] { take(); });
        QObject::connect(m_process, &QProcess::errorOccurred, m_process,
                         [this](QProcess::ProcessError error) {
                             if (error == QProcess::FailedToStart)
                                 end(Kind::NotStarted, 0);
                         });
        QObject::connect(m_process, &QProcess::finished, m_process,
                         [this](int code, QProcess::ExitStatus status) { finish(code, status); });
        QTimer::singleShot(duration, m_process, [this] { kill(Kind::TooSlow); });
        if (cancellation.isCancelled()) {
            ExtractorEnd cancelled;
            cancelled.kind = Kind::Cancelled;
            co_return cancelled;
        }
        const auto registration = cancellation.onCancel([this] { kill(Kind::Cancelled); });
        m_process->start(QIODevice::ReadOnly);
        co_return co_await m_done;
    }

private:
    void take()
    {
        m_output += m_process->readAllStandardOutput().toStdString();
        if (m_output.size() > WireLimits::lengthBytes + WireLimits::answerBytes)
            kill(Kind::TooLong);
    }
    void kill(Kind why)
    {
        if (!m_killed)
            m_killed = why;
        m_process->kill(); // finished() comes when it is gone
    }
    void finish(int code, QProcess::ExitStatus status)
    {
        take();
        if (m_killed)
            end(*m_killed, 0);
        else if (status == QProcess::CrashExit)
            end(Kind::Killed, code);
        else
            end(code == 0 ? Kind::Answered : Kind::Failed, code);
    }
    void end(Kind kind, int code)
    {
        m_done.complete(
            ExtractorEnd{.kind = kind,
                         .code = code,
                         .output = kind == Kind::Answered ? std::move(m_output) : std::string()});
    }

    QProcess *m_process;
    std::string m_output;
    std::optional<Kind> m_killed;
    core::Completion<ExtractorEnd> m_done;
};

} // namespace

core::Task<ExtractorEnd> runExtractor(std::string program, std::string input,
                                      std::chrono::milliseconds duration,
                                      core::Cancellation cancellation)
{
    Run run(std::move(program), input);
    co_return co_await run.run(duration, std::move(cancellation));
}

} // namespace documents
