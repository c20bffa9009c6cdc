File script = new File(basedir, 'components/hello/build.sh')
script.bytes = script.text.replace('\n', '\r\n').bytes
return true
