<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>admin::CopyField</name>
    <message numerus="yes">
        <source>Clear now (%n s)</source>
        <translation>
            <numerusform>Clear now (%n s)</numerusform>
            <numerusform>Clear now (%n s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>admin::ProfileCard</name>
    <message numerus="yes">
        <source>%n profiles are imported.</source>
        <translation>
            <numerusform>%n profile is imported.</numerusform>
            <numerusform>%n profiles are imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>admin::ServerPage</name>
    <message numerus="yes">
        <source>%n things are not right. See below.</source>
        <translation>
            <numerusform>%n thing is not right. See below.</numerusform>
            <numerusform>%n things are not right. See below.</numerusform>
        </translation>
    </message>
</context>
</TS>
