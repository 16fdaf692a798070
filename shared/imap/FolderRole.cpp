// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/FolderRole.h"

#include "core/Ascii.h"

#include <QString>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace imap {

namespace {

struct RoleNames
{
    SpecialUse role;
    std::string_view names; ///< case-folded, separated by '|'
};

// What servers and mail programs call their folders: Outlook, Gmail, Dovecot, Thunderbird, Apple
// Mail and large providers, in 27 languages.
constexpr std::array<RoleNames, 5> usualNames = {{
    {.role = SpecialUse::Sent,
     .names =
         "sent|sent items|sent mail|sent messages|sent-mail|outbox sent|"
         "gesendet|gesendete elemente|gesendete objekte|gesendete nachrichten|gesendete mails|"
         "envoyés|éléments envoyés|messages envoyés|courrier envoyé|objets envoyés|"
         "enviados|elementos enviados|mensajes enviados|correo enviado|enviadas|"
         "itens enviados|mensagens enviadas|e-mails enviados|"
         "inviata|posta inviata|elementi inviati|messaggi inviati|inviati|"
         "verzonden|verzonden items|verzonden berichten|"
         "skickat|skickade objekt|skickade meddelanden|skickade|"
         "sendt|sendte elementer|sendt post|sendte beskeder|sendte|"
         "lähetetyt|lähetetyt viestit|lähetetyt kohteet|"
         "wysłane|elementy wysłane|odeslané|odeslaná pošta|odoslané|odoslaná pošta|"
         "elküldött|elküldött elemek|elküldött üzenetek|"
         "trimise|elemente trimise|mesaje trimise|изпратени|изпратени елементи|"
         "отправленные|отправленные письма|отправлено|надіслані|відправлені|надіслані елементи|"
         "απεσταλμένα|σταλθέντα|gönderilmiş öğeler|gönderilenler|gönderilmiş postalar|"
         "poslano|poslane stavke|poslani elementi|poslato|saadetud|nosūtītie|išsiųsta|"
         "送信済み|送信済みアイテム|送信済みメール|已发送|已发送邮件|已发送的邮件|寄件備份|已傳送|"
         "보낸편지함|보낸 편지함|보낸메일함|פריטים שנשלחו|דואר יוצא|"
         "العناصر المرسلة|المرسل|đã gửi|thư đã gửi|terkirim|item terkirim"},
    {.role = SpecialUse::Drafts,
     .names = "drafts|draft|entwürfe|brouillons|brouillon|borradores|borrador|rascunhos|rascunho|"
              "bozze|concepten|concept|utkast|kladder|kladde|luonnokset|szkice|wersje robocze|"
              "kopie robocze|koncepty|rozepsané|rozpísané|piszkozatok|ciorne|чернови|черновики|"
              "чернетки|πρόχειρα|taslaklar|skice|nacrti|osnutki|mustandid|melnraksti|juodraščiai|"
              "下書き|草稿|草稿箱|草稿匣|임시보관함|임시 보관함|טיוטות|المسودات|مسودات|thư nháp|"
              "bản nháp|draf|konsep"},
    {.role = SpecialUse::Trash,
     .names = "trash|deleted|deleted items|deleted messages|bin|papierkorb|gelöscht|"
              "gelöschte elemente|gelöschte objekte|corbeille|éléments supprimés|"
              "messages supprimés|papelera|elementos eliminados|eliminados|lixo|lixeira|"
              "itens excluídos|itens eliminados|cestino|posta eliminata|elementi eliminati|"
              "prullenbak|prullenmand|verwijderde items|papperskorgen|borttagna objekt|papirkurv|"
              "slettet post|slettede elementer|søppel|søppelkasse|roskakori|poistetut|kosz|"
              "elementy usunięte|koš|odstraněná pošta|kôš|odstránená pošta|kuka|lomtár|"
              "törölt elemek|törölt|coș de gunoi|coş de gunoi|elemente șterse|gunoi|кошче|"
              "изтрити елементи|корзина|удаленные|удалённые|видалені|кошик|κάδος απορριμμάτων|"
              "διαγραμμένα|çöp kutusu|silinmiş öğeler|smeće|obrisane stavke|koš za smeti|prügikast|"
              "miskaste|šiukšlinė|ゴミ箱|ごみ箱|削除済みアイテム|已删除|已删除邮件|垃圾箱|"
              "刪除的郵件|垃圾桶|휴지통|지운 편지함|אשפה|פריטים שנמחקו|"
              "العناصر المحذوفة|سلة المهملات|thùng rác|sampah"},
    {.role = SpecialUse::Junk,
     .names =
         "junk|spam|junk e-mail|junk email|junk mail|bulk mail|bulk|unerwünscht|junk-e-mail|"
         "spamverdacht|spam-verdacht|courrier indésirable|indésirables|pourriel|correo no deseado|"
         "no deseado|lixo eletrônico|correio publicitário não solicitado|posta indesiderata|"
         "indesiderata|ongewenste e-mail|ongewenst|skräppost|uønsket e-mail|uønsket mail|"
         "søppelpost|uønsket e-post|roskaposti|wiadomości-śmieci|niechciane|"
         "nevyžádaná pošta|nevyžiadaná pošta|levélszemét|mesaje nedorite|нежелана поща|"
         "нежелательная почта|спам|небажана пошта|ανεπιθύμητα|ανεπιθύμητη αλληλογραφία|"
         "önemsiz|gereksiz|neželjena pošta|neželena pošta|rämpspost|mēstules|brukalas|"
         "迷惑メール|迷惑メールフォルダー|垃圾邮件|垃圾郵件|스팸메일함|스팸|정크 메일|דואר זבל|"
         "البريد غير الهام|البريد العشوائي|thư rác"},
    {.role = SpecialUse::Archive,
     .names = "archive|archives|archiv|archivé|archivo|archivos|archivado|arquivo|arquivar|"
              "archivio|archief|arkiv|arkisto|archiwum|archív|archívum|arhivă|arhiva|arhiv|архив|"
              "архів|αρχειοθήκη|arşiv|arhiiv|arhīvs|archyvas|アーカイブ|归档|存档|封存|보관함|"
              "ארכיון|الأرشيف|lưu trữ|arsip"},
}};

struct RoleWord
{
    std::string_view word;
    SpecialUse role;
};

constexpr std::array<RoleWord, 13> roleWords = {{
    {.word = "sent", .role = SpecialUse::Sent},
    {.word = "sent items", .role = SpecialUse::Sent},
    {.word = "drafts", .role = SpecialUse::Drafts},
    {.word = "draft", .role = SpecialUse::Drafts},
    {.word = "trash", .role = SpecialUse::Trash},
    {.word = "deleted items", .role = SpecialUse::Trash},
    {.word = "junk", .role = SpecialUse::Junk},
    {.word = "spam", .role = SpecialUse::Junk},
    {.word = "archive", .role = SpecialUse::Archive},
    {.word = "all", .role = SpecialUse::All},
    {.word = "all mail", .role = SpecialUse::All},
    {.word = "flagged", .role = SpecialUse::Flagged},
    {.word = "important", .role = SpecialUse::Important},
}};

using RoleByName = std::unordered_map<std::string_view, SpecialUse>;

const RoleByName &roleByName()
{
    static const RoleByName table = [] {
        RoleByName result;
        for (const auto &[role, names] : usualNames) {
            std::string_view rest = names;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find('|'), rest.size());
                result.emplace(rest.substr(0, end), role);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        return result;
    }();
    return table;
}

/// The name of a folder at the top, or right below a container that is one in name only; empty for
/// the others: "Projects/Sent" is nobody's sent mail.
std::string_view nameAtTop(const ListEntry &entry)
{
    std::string_view path = entry.name.path();
    if (!entry.delimiter)
        return path;
    const std::size_t first = path.find(*entry.delimiter);
    if (first == std::string_view::npos)
        return path;
    const std::string_view container = path.substr(0, first);
    if (!core::equalsIgnoringCase(container, "INBOX") && container != "[Gmail]"
        && container != "[Google Mail]")
        return {};
    path.remove_prefix(first + 1);
    return path.find(*entry.delimiter) == std::string_view::npos ? path : std::string_view();
}

std::string folded(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))
        .normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .toStdString();
}

SpecialUse usualRole(const ListEntry &entry)
{
    if (!entry.isSelectable())
        return SpecialUse::None;
    const auto found = roleByName().find(folded(nameAtTop(entry)));
    return found == roleByName().end() ? SpecialUse::None : found->second;
}

} // namespace

std::vector<SpecialUse> rolesOf(const MailboxList &list)
{
    std::vector<SpecialUse> roles;
    roles.reserve(list.mailboxes.size());
    for (const auto &entry : list.mailboxes)
        roles.push_back(entry.name.isInbox() ? SpecialUse::Inbox : entry.specialUse);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (roles[i] != SpecialUse::None)
            continue;
        const SpecialUse role = usualRole(list.mailboxes[i]);
        if (role != SpecialUse::None && std::ranges::find(roles, role) == roles.end())
            roles[i] = role;
    }
    return roles;
}

std::optional<SpecialUse> roleNamed(std::string_view word)
{
    const std::string lower = core::toLower(core::trimmed(word));
    const auto *const found = std::ranges::find(roleWords, lower, &RoleWord::word);
    if (found == roleWords.end())
        return {};
    return found->role;
}

} // namespace imap
