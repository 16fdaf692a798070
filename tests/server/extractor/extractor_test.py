# SPDX-License-Identifier: GPL-3.0-or-later
"""mail_mcp_extract as the server starts it: documents of all kinds, and those that attackers make.

The environment names it: EXTRACTOR."""
import json
import os
import signal
import struct
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'support'))
import make_documents as make  # noqa: E402

WAITING = 60
# The address sanitizer has a memory of its own, larger than any limit.
LIMITS_MEMORY = 'libasan' not in subprocess.run(['ldd', os.environ['EXTRACTOR']], capture_output=True, text=True, check=True).stdout


def framed(request):
    text = json.dumps(request).encode()
    return struct.pack('>I', len(text)) + text


def run(request_and_document, **options):
    return subprocess.run([os.environ['EXTRACTOR']], input=request_and_document, capture_output=True, env={}, timeout=WAITING, check=False, **options)


def extract(document, name='', content_type='application/octet-stream', charset='', offset=0, maximum=200_000):
    request = {'content_type': content_type, 'charset': charset, 'file_name': name, 'offset': offset, 'maximum': maximum}
    ended = run(framed(request) + document)
    assert ended.returncode == 0, f'{name}: {ended.returncode} {ended.stderr!r}'
    assert struct.unpack('>I', ended.stdout[:4])[0] == len(ended.stdout) - 4
    return json.loads(ended.stdout[4:])


class Documents(unittest.TestCase):
    def text(self, name, **options):
        answer = extract(make.DOCUMENTS[name](), name, **options)
        self.assertIsNone(answer['problem'], name)
        return answer

    def problem(self, name):
        answer = extract(make.DOCUMENTS[name](), name)
        self.assertEqual(answer['text'], '')
        return answer['format'], answer['problem']

    def test_word(self):
        answer = self.text('letter.docx')
        self.assertEqual(answer['format'], 'docx')
        self.assertEqual(answer['text'], 'ACME Ltd\n\nDear Bob & Käthe,\nWe agree gladly[2] \nItem\tPrice\nPencil\t1.20\n- a point\tbehind a tab\n\nVisible again.\nonce\n\nConfidential\n\n'
                                         'Footnotes:\n[2] Most gladly.\n\nComments:\nEve: Really?')
        self.assertEqual(answer['hidden'], 1)

    def test_the_main_part_of_a_word_document_may_have_any_name(self):
        self.assertEqual(extract(make.docx(make.paragraph('hello'), main='word/document2.xml'))['text'], 'hello')

    def test_excel(self):
        answer = self.text('budget.xlsx')
        self.assertEqual((answer['format'], answer['pages']), ('xlsx', 2))
        self.assertEqual(answer['text'], '--- Sheet Budget & more ---\nDay\tSum total\n2025-11-27\t3\t\tTRUE\n\n2025-11-27 12:00:00\tin line\t=NOW()\n\n--- Sheet Hidden (hidden) ---\nsecret plans')

    def test_a_cell_that_is_far_away_is_named(self):
        self.assertEqual(self.text('wide.xlsx')['text'], '--- Sheet Sheet 1 ---\n\t[XFD] 1\n\t[XFD] 1\n\t[XFD] 1')

    def test_powerpoint(self):
        answer = self.text('talk.pptx')
        self.assertEqual((answer['format'], answer['pages']), ('pptx', 2))
        self.assertEqual(answer['text'], '--- Slide 1 ---\nWelcome\nto the show\nNotes:\nSmile.\n\n--- Slide 2 (not shown) ---\nFigures')

    def test_open_document(self):
        self.assertEqual(self.text('text.odt')['text'], 'Title\nA  B\tC [note: see there]')
        self.assertEqual(self.text('table.ods')['text'], '--- Sheet Sums ---\na\tb')
        self.assertEqual(self.text('talk.odp')['text'], '--- Slide 1 ---\nFirst\nNotes: Say hello.')

    def test_pdf(self):
        answer = self.text('report.pdf')
        self.assertEqual((answer['format'], answer['pages']), ('pdf', 2))
        self.assertEqual(answer['text'], '--- Page 1 ---\nAnnual report\nProfit: 42\n\n--- Page 2 ---\nThe second page')

    def test_message(self):
        self.assertEqual(self.text('message.eml')['text'], 'From: Käthe <kaethe@example.com>\nTo: bob@example.com\nDate: Sat, 28 Nov 2026 10:00:00 +0100\nSubject: Inside\n\nGrüße\n\n\n'
                                                           'Attachments (not opened):\n- a.pdf, application/pdf, about 7 bytes\n- (no name), message/rfc822, about 33 bytes\n')

    def test_texts(self):
        self.assertEqual(self.text('table.csv')['text'], 'Name;Größe\nBob;180\n')
        self.assertIn('SUMMARY:Meeting with Käthe and Bob\n', self.text('meeting.ics')['text'])
        page = self.text('page.html')
        self.assertEqual((page['text'], page['hidden'], page['format']), ('Grüße\n\nhere <https://example.com/>', 1, 'html'))
        self.assertEqual(extract('Ж'.encode('koi8-r'), charset='koi8-r')['text'], 'Ж')
        self.assertEqual(extract('語'.encode('shift_jis'), charset='shift_jis')['text'], '語')
        self.assertEqual(extract('語'.encode('gb18030'), charset='gb2312')['text'], '語')
        self.assertEqual(extract('\ufeffUTF-16'.encode('utf-16-le'))['text'], 'UTF-16')

    def test_what_a_file_is_counts_more_than_what_it_is_called(self):
        self.assertEqual(extract(make.DOCUMENTS['report.pdf'](), 'x.docx', 'image/png')['format'], 'pdf')
        self.assertEqual(extract(make.DOCUMENTS['letter.docx'](), 'x.zip', 'application/zip')['format'], 'docx')

    def test_what_people_do_not_see_is_removed(self):
        answer = extract('a\u200b\U000e0041\u202eb'.encode())
        self.assertEqual((answer['text'], answer['removed'], answer['total']), ('ab', 3, 2))

    def test_windows_are_cut_between_characters_and_meet(self):
        document = ('aä€😀' * 1000).encode()
        text, offset = '', 0
        while offset is not None:
            answer = extract(document, offset=offset, maximum=333)
            self.assertEqual(answer['total'], 4000)
            text, offset = text + answer['text'], answer['next']
        self.assertEqual(text.encode(), document)
        self.assertEqual(extract(document, offset=4000)['text'], '')

    def test_what_has_no_text_is_named(self):
        self.assertEqual(self.problem('scan.pdf'), ('pdf', 'no_text'))
        self.assertEqual(self.problem('locked.pdf'), ('pdf', 'encrypted'))
        self.assertEqual(self.problem('locked.docx'), ('encrypted_office', 'encrypted'))
        self.assertEqual(self.problem('locked.odt'), ('odt', 'encrypted'))
        self.assertEqual(self.problem('old.doc'), ('old_office', 'unsupported'))
        self.assertEqual(self.problem('files.zip'), ('archive', 'unsupported'))
        self.assertEqual(extract(b'')['problem'], 'no_text')
        self.assertEqual(extract(bytes(range(256)))['format'], 'unknown')
        self.assertEqual(extract(b'\x89PNG\r\n\x1a\n\0\0')['format'], 'picture')
        self.assertEqual(extract(b'MZ\x90\0\x03')['format'], 'program')
        for cut in (30, 100, 500):
            self.assertIn(extract(make.DOCUMENTS['letter.docx']()[:cut])['problem'], ('damaged', 'unsupported'))
        self.assertEqual(extract(make.DOCUMENTS['report.pdf']()[:20])['problem'], 'damaged')


class Attacks(unittest.TestCase):
    def problem(self, name):
        return extract(make.DOCUMENTS[name](), name)['problem']

    def test_entities_are_neither_fetched_nor_multiplied(self):
        self.assertEqual(self.problem('laughing.docx'), 'damaged')
        self.assertEqual(self.problem('curious.docx'), 'damaged')

    def test_deep_xml_is_refused(self):
        self.assertEqual(self.problem('deep.docx'), 'over_limit')

    def test_a_zip_bomb_is_not_unpacked_to_its_end(self):
        answer = extract(make.DOCUMENTS['huge.docx']())
        self.assertTrue(answer['truncated'])
        self.assertEqual(answer['total'], 8 * 1024 * 1024)

    def test_more_than_may_be_unpacked_is_refused(self):
        def sheet():
            yield f'<worksheet xmlns="{make.SHEET}"><sheetData>'.encode()
            for _ in range(300):
                yield b'<row></row>' * (1 << 17)
            yield b'</sheetData></worksheet>'
        self.assertEqual(extract(make.xlsx([sheet()]))['problem'], 'over_limit')

    def test_too_many_entries_are_refused(self):
        self.assertEqual(extract(make.archive({f'{i}.txt': b'' for i in range(20_001)}))['problem'], 'over_limit')

    def test_a_million_shared_strings_are_read(self):
        self.assertEqual(extract(make.DOCUMENTS['strings.xlsx']())['text'], '--- Sheet Sheet 1 ---\nstring 999999')

    @unittest.skipUnless(LIMITS_MEMORY, 'the address sanitizer lets it have more')
    def test_a_document_that_needs_more_memory_than_there_may_be_says_so(self):
        self.assertEqual(self.problem('fat.docx'), 'no_memory')

    def test_a_document_that_takes_for_ever_is_ended(self):
        begun = time.monotonic()
        ended = run(framed({'content_type': '', 'charset': '', 'file_name': '', 'offset': 0, 'maximum': 1}) + make.DOCUMENTS['bomb.pdf']())
        self.assertEqual(ended.returncode, -signal.SIGXCPU)
        self.assertEqual(ended.stdout, b'')
        self.assertLess(time.monotonic() - begun, 45)

    def test_a_document_that_is_too_large_is_refused(self):
        self.assertEqual(extract(bytes(64 * 1024 * 1024 + 1))['problem'], 'over_limit')

    def test_a_request_that_is_none_is_refused(self):
        exit_protocol = 76
        for request in (b'', b'\0\0', b'\xff\xff\xff\xff{}', b'\0\0\0\x02{}', framed({'content_type': 1})):
            self.assertEqual(run(request + b'text').returncode, exit_protocol, request)


def status_of(process):
    """What Linux says of it, proc(5)."""
    lines = Path(f'/proc/{process}/status').read_text().splitlines()
    return {name: value.strip() for name, value in (line.split(':', 1) for line in lines)}


class Confinement(unittest.TestCase):
    def started(self, **options):
        process = subprocess.Popen([os.environ['EXTRACTOR']], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={}, **options)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stdin.close)
        return process

    def status(self, process):
        """When it has confined itself and waits for its document."""
        own = int(status_of('self')['Seccomp_filters'])  # a container has some, which everybody in it inherits
        for _ in range(500):
            fields = status_of(process)
            if int(fields['Seccomp_filters']) > own:
                return fields
            time.sleep(0.01)
        self.fail('it never confined itself')

    def test_it_is_confined_before_it_reads(self):
        fields = self.status(self.started().pid)
        self.assertEqual(fields['NoNewPrivs'], '1')

    def test_descriptors_that_were_left_open_are_closed(self):
        reading, writing = os.pipe()
        self.addCleanup(os.close, reading)
        process = self.started(pass_fds=[writing])
        os.close(writing)
        self.status(process.pid)
        os.set_blocking(reading, False)
        self.assertEqual(os.read(reading, 1), b'')  # else BlockingIOError

    def test_it_ends_with_its_parent(self):
        code = 'import os, subprocess, sys, time; p = subprocess.Popen([os.environ["EXTRACTOR"]], stdin=sys.stdin); print(p.pid, flush=True); time.sleep(60)'
        parent = subprocess.Popen([sys.executable, '-c', code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(parent.stdin.close)
        self.addCleanup(parent.stdout.close)
        child = int(parent.stdout.readline())

        def state():
            try:
                return Path(f'/proc/{child}/stat').read_text().rsplit(')', 1)[1].split()[0]
            except FileNotFoundError:
                return 'gone'
        self.status(child)
        parent.kill()
        parent.wait()
        for _ in range(500):
            if state() in ('gone', 'Z'):
                return
            time.sleep(0.01)
        self.fail('it outlived its parent')


if __name__ == '__main__':
    unittest.main()
